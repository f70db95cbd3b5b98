// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Parses every YAML file of a folder with SnakeYAML and nothing else: what a reader can cost at least. */
public final class RawParse {
    private RawParse() {}

    /** Parses the files of {@code FOLDER...} and prints how many. */
    public static void main(String[] args) throws IOException {
        int parsed = 0;
        for (String folder : args) {
            List<Path> files;
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                files = all.filter(p -> p.toString().endsWith(".yaml")).sorted().toList();
            }
            for (Path file : files) {
                Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
                parsed += tree == null ? 0 : 1;
            }
        }
        System.out.println(parsed);
    }
}
