// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.pack;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.contract.yaml.YamlProblem;

/** The files of a checkout that leave with its fixtures as they are. */
final class Papers {
    private static final String SCHEMAS = "contract/src/main/resources/schema";
    private static final String EXAMPLES = "adapters/examples";
    private static final List<String> DOCUMENTS =
            List.of("INTERPRETING.md", "adapter-protocol.md", "adapter-calls.md", "fixture-format.md");

    private Papers() {}

    /**
     * Returns them by where they stand in a bundle.
     *
     * @throws YamlProblem when one is missing
     */
    static SortedMap<String, Paper> of(Path root) {
        SortedMap<String, Paper> papers = new TreeMap<>();
        papers.put("LICENSE", text(root, "LICENSES/CC0-1.0.txt"));
        papers.put("CHANGELOG.md", text(root, "CHANGELOG.md"));
        DOCUMENTS.forEach(name -> papers.put(name, text(root, "docs/reference/" + name)));
        PaperFolder.at(root, SCHEMAS, "a folder of JSON Schemas")
                .ending(".json")
                .forEach((name, schema) -> papers.put("schema/" + name, schema));
        PaperFolder.at(root, EXAMPLES, "a folder of example adapters")
                .all()
                .forEach((name, example) -> papers.put(EXAMPLES + "/" + name, example));
        return papers;
    }

    private static Paper text(Path root, String path) {
        return new Paper(StrictYaml.text(root.resolve(path), path), false);
    }
}
