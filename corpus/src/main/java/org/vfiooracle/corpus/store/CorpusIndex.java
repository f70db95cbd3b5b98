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
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.contract.yaml.YamlWriter;

/**
 * The table of contents of a corpus.
 *
 * @param version of the corpus: major is the format, minor counts added cases, patch corrected outcomes; a person sets it
 * @param entries by name
 */
public record CorpusIndex(String version, SortedMap<FixtureName, IndexEntry> entries) {
    /** The index of a corpus that has none yet. */
    public static final CorpusIndex EMPTY = new CorpusIndex("0.1.0", new TreeMap<>());

    private static final long FORMAT = 1;

    public CorpusIndex {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    /** Returns an index of this version. */
    static CorpusIndex of(String version, Collection<IndexEntry> entries) {
        return new CorpusIndex(version, IndexEntry.byName(entries));
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
            CorpusIndex index = of(version, fields.list("fixtures", IndexEntry::decode));
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
