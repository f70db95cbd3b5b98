// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.bundle.pack.BundleContents;
import org.vfiooracle.contract.wording.ByteText;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * What was packed.
 *
 * @param folder where it is, as the user named it
 * @param platforms whose fixtures it has, in order
 * @param contents what is in it
 */
public record ExportPage(Path folder, List<PlatformId> platforms, BundleContents contents) implements Page {
    public ExportPage {
        platforms = List.copyOf(platforms);
    }

    @Override
    public List<String> text() {
        return List.of(
                folder + ": " + contents.folder().files() + " files, "
                        + ByteText.about(contents.folder().bytes()),
                "  " + platforms.size() + (platforms.size() == 1 ? " platform, " : " platforms, ")
                        + contents.evidence(),
                "  start with README.md; verify with: sha256sum --check --quiet SHA256SUMS");
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("folder", folder.toString());
        json.put("files", contents.folder().files());
        json.put("bytes", contents.folder().bytes());
        json.put("platforms", platforms.stream().map(PlatformId::toString).toList());
        json.put("fixtures", contents.evidence().total());
        json.put("evidence", contents.evidence().named());
        return json;
    }
}
