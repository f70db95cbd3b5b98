// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.corpora;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.contract.yaml.YamlProblem;

/**
 * Which version a bundle is, as the first lines of its index say it.
 *
 * @param version of the corpus
 * @param commit that it was made from; empty where the index names none
 */
record BundleHead(String version, String commit) {
    private static final String LIST = "fixtures:";

    /** Returns the head of the bundle at a path, if one is there. */
    static Optional<BundleHead> at(Path path) {
        return Stream.of(path.resolve("corpus/index.yaml"), path.resolve("index.yaml"))
                .filter(Files::isRegularFile)
                .findFirst()
                .flatMap(BundleHead::read);
    }

    /** Without the list: it has a part for each fixture, and nothing of it is needed. */
    private static Optional<BundleHead> read(Path index) {
        String head = StrictYaml.text(index, index.toString())
                .lines()
                .takeWhile(line -> !line.equals(LIST))
                .collect(Collectors.joining("\n", "", "\n"));
        try {
            return StrictYaml.read(head, index.toString()).value() instanceof Map<?, ?> map
                            && map.get("version") instanceof String version
                    ? Optional.of(new BundleHead(version, map.get("commit") instanceof String commit ? commit : ""))
                    : Optional.empty();
        } catch (YamlProblem anotherFile) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "corpus " + version + (commit.isEmpty() ? "" : " of commit " + commit);
    }
}
