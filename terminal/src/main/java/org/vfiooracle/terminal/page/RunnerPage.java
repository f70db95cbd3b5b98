// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.bundle.pack.FolderContents;
import org.vfiooracle.contract.wording.ByteText;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * The sources of a runner that were written.
 *
 * @param folder where they are, as the user named it
 * @param platform whose answers it expects
 * @param cases how many it performs
 * @param contents how much was written
 */
public record RunnerPage(Path folder, PlatformId platform, int cases, FolderContents contents) implements Page {
    @Override
    public List<String> text() {
        return List.of(
                folder + ": " + contents.files() + " files, " + ByteText.about(contents.bytes()),
                "  " + platform + ", " + cases + (cases == 1 ? " case" : " cases"),
                "  make -C " + folder + "; then copy " + folder + "/runner to the machine (README.md tells more)");
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("folder", folder.toString());
        json.put("files", contents.files());
        json.put("bytes", contents.bytes());
        json.put("platform", platform.toString());
        json.put("cases", cases);
        return json;
    }
}
