// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.store;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.format.FixtureHash;

/**
 * What the index says of one fixture.
 *
 * @param name which one
 * @param hash of its content
 * @param answers that occur in it: integers, {@code fd}, names of errnos
 * @param rules that decided in it
 * @param deviations that decided in it
 */
public record IndexEntry(
        FixtureName name,
        String hash,
        SortedSet<String> answers,
        SortedSet<String> rules,
        SortedSet<String> deviations) {
    public IndexEntry {
        answers = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(answers));
        rules = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(rules));
        deviations = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(deviations));
    }

    /** Returns what the index says of {@code fixture}. */
    public static IndexEntry of(Fixture fixture) {
        String hash = FixtureHash.of(fixture);
        SortedSet<String> answers = new TreeSet<>();
        SortedSet<String> rules = new TreeSet<>();
        SortedSet<String> deviations = new TreeSet<>();
        for (RecordedStep step : fixture.steps()) {
            answers.add(step.outcome().answer().toString());
            rules.add(step.rule());
            step.intended().ifPresent(intended -> deviations.add(intended.deviation()));
        }
        return new IndexEntry(FixtureName.of(fixture), hash, answers, rules, deviations);
    }

    /** Sets are strings with spaces between, which is four lines less for each fixture. */
    Map<String, Object> encode() {
        Map<String, Object> tree = new java.util.LinkedHashMap<>();
        tree.put("path", name.path());
        tree.put("hash", hash);
        tree.put("answers", String.join(" ", answers));
        tree.put("rules", String.join(" ", rules));
        if (!deviations.isEmpty()) {
            tree.put("deviations", String.join(" ", deviations));
        }
        return tree;
    }

    static IndexEntry decode(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        String file = fields.text("path");
        FixtureName name = FixtureName.at(file)
                .orElseThrow(() ->
                        new CodecProblem(path + ".path", "<platform>/<area>/<ID>[.<case>].yaml", "\"" + file + "\""));
        IndexEntry entry = new IndexEntry(
                name,
                fields.text("hash"),
                words(fields.text("answers")),
                words(fields.text("rules")),
                words(fields.optionalText("deviations").orElse("")));
        fields.end();
        return entry;
    }

    private static SortedSet<String> words(String text) {
        return new TreeSet<>(text.isEmpty() ? List.of() : List.of(text.split(" ")));
    }

    static TreeMap<FixtureName, IndexEntry> byName(Iterable<IndexEntry> entries) {
        TreeMap<FixtureName, IndexEntry> named = new TreeMap<>();
        entries.forEach(entry -> named.put(entry.name(), entry));
        return named;
    }
}
