// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.pack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.yaml.YamlWriter;
import org.vfiooracle.corpus.store.CorpusIndex;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.corpus.store.IndexEntry;

/** The table of contents of a bundle: its version and commit, then each fixture with the sums of its files and what occurs in it. */
final class IndexText {
    private static final long FORMAT = 2;

    private IndexText() {}

    /**
     * Returns the index.
     *
     * @param commit of the checkout that it was made from, if that is known
     * @param sums of the files of each fixture
     */
    static String of(CorpusIndex index, Optional<String> commit, Map<FixtureName, FileSums> sums) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("version", index.version());
        commit.ifPresent(known -> tree.put("commit", known));
        tree.put(
                "fixtures",
                index.entries().values().stream()
                        .map(entry -> entry(entry, Objects.requireNonNull(sums.get(entry.name()))))
                        .toList());
        return FixtureFile.LICENCE + YamlWriter.write(tree);
    }

    /** Sets are strings with spaces between, which is four lines less for each fixture. */
    private static Map<String, Object> entry(IndexEntry entry, FileSums sums) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("path", entry.name().path());
        tree.put("sha256", sums.yaml());
        tree.put("json_sha256", sums.json());
        tree.put("hash", entry.hash());
        tree.put("answers", String.join(" ", entry.answers()));
        tree.put("rules", String.join(" ", entry.rules()));
        if (!entry.deviations().isEmpty()) {
            tree.put("deviations", String.join(" ", entry.deviations()));
        }
        return tree;
    }
}
