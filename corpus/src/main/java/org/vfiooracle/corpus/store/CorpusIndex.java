// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.store;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.contract.yaml.YamlWriter;

/**
 * The table of contents of a bundle: what each fixture has in it. A checkout has none; it is made from the case files.
 *
 * @param version of the corpus
 * @param entries by name
 */
public record CorpusIndex(String version, SortedMap<FixtureName, IndexEntry> entries) {
    private static final long FORMAT = 2;

    public CorpusIndex {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    /** Returns the index of these fixtures. */
    public static CorpusIndex of(String version, Collection<Fixture> fixtures) {
        return new CorpusIndex(
                version, IndexEntry.byName(fixtures.stream().map(IndexEntry::of).toList()));
    }

    /**
     * Reads an index.
     *
     * @param label the file, for errors
     * @throws org.vfiooracle.contract.yaml.YamlProblem when it is none
     */
    public static CorpusIndex parse(String text, String label) {
        return StrictYaml.decode(text, label, (tree, path) -> {
            Fields fields = Fields.of(tree, path);
            if (fields.number("format") != FORMAT) {
                throw new CodecProblem("format", "format " + FORMAT, "another");
            }
            String version = fields.parsed("version", "a version such as '1.2.3'", CorpusIndex::version);
            CorpusIndex index =
                    new CorpusIndex(version, IndexEntry.byName(fields.list("fixtures", IndexEntry::decode)));
            fields.end();
            return index;
        });
    }

    /** Returns the text of the index. */
    public String text() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("version", version);
        tree.put("fixtures", entries.values().stream().map(IndexEntry::encode).toList());
        return FixtureFile.LICENCE + YamlWriter.write(tree);
    }

    /** Returns what it says of a fixture, if it has it. */
    public Optional<IndexEntry> find(FixtureName name) {
        return Optional.ofNullable(entries.get(name));
    }

    private static String version(String text) {
        if (!text.matches("[0-9]+\\.[0-9]+\\.[0-9]+")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
