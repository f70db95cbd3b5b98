// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.contract.yaml.YamlProblem;

/** The files of a checkout that leave with its fixtures as they are. */
final class Papers {
    private static final String SCHEMAS = "contract/src/main/resources/schema";
    private static final List<String> DOCUMENTS =
            List.of("INTERPRETING.md", "adapter-protocol.md", "fixture-format.md");

    private Papers() {}

    /**
     * Returns their texts by where they stand in a bundle.
     *
     * @throws YamlProblem when one is missing
     */
    static SortedMap<String, String> of(Path root) {
        SortedMap<String, String> papers = new TreeMap<>();
        papers.put("LICENSE", text(root, "LICENSES/CC0-1.0.txt"));
        DOCUMENTS.forEach(name -> papers.put(name, text(root, "docs/reference/" + name)));
        schemas(root).forEach(name -> papers.put("schema/" + name, text(root, SCHEMAS + "/" + name)));
        return papers;
    }

    private static List<String> schemas(Path root) {
        Path folder = root.resolve(SCHEMAS);
        if (!Files.isDirectory(folder)) {
            throw new YamlProblem(SCHEMAS, 0, 0, "a folder of JSON Schemas", "none", "");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".json"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static String text(Path root, String path) {
        return StrictYaml.text(root.resolve(path), path);
    }
}
