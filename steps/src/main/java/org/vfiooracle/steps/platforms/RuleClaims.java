// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.platforms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vfiooracle.engine.platform.PlatformId;

/** Where scenarios name one rule as the reason of an answer. */
final class RuleClaims {
    private static final Pattern SENTENCE = Pattern.compile("(?m)it answers \\S+, rule (?<rule>\\S+)\\s*$");

    private final String rule;
    private final PlatformSets sets;
    private final List<Predicate<PlatformId>> answered = new ArrayList<>();
    private boolean stopping;

    RuleClaims(String rule, PlatformSets sets) {
        this.rule = rule;
        this.sets = sets;
    }

    /** Adds what a scenario says, be it in a sentence, in a table, or in the examples of an outline. */
    void read(String scenario) {
        List<FeatureTable> tables = FeatureTable.of(scenario);
        Matcher sentences = SENTENCE.matcher(scenario);
        while (sentences.find()) {
            if (means(sentences.group("rule"), tables)) {
                answered.add(platform -> true);
            }
        }
        tables.forEach(table -> read(table, tables));
    }

    private void read(FeatureTable table, List<FeatureTable> all) {
        List<String> platforms = table.column(TableWords.PLATFORMS);
        List<String> answers = table.column(TableWords.ANSWER);
        List<String> rules = table.column(TableWords.RULE);
        for (int i = 0; i < Math.min(rules.size(), Math.min(platforms.size(), answers.size())); i++) {
            if (answers.get(i).equals(TableWords.NOT_APPLICABLE)) {
                stopping |= List.of(rules.get(i).split(", *", -1)).contains(rule);
            } else if (means(rules.get(i), all)) {
                answered.add(platforms(platforms.get(i), platforms));
            }
        }
    }

    /** A cell that varies with the rows of an outline means each of its values. */
    private boolean means(String cell, List<FeatureTable> tables) {
        if (!cell.startsWith("<")) {
            return cell.equals(rule);
        }
        String column = cell.substring(1, cell.length() - 1);
        return tables.stream()
                .filter(table -> table.above().startsWith("Examples:"))
                .anyMatch(table -> table.column(column).contains(rule));
    }

    private Predicate<PlatformId> platforms(String cell, List<String> all) {
        try {
            if (!cell.equals(TableWords.OTHERS)) {
                return sets.select(cell);
            }
            List<Predicate<PlatformId>> named = all.stream()
                    .filter(other -> !other.equals(TableWords.OTHERS))
                    .map(sets::select)
                    .toList();
            return platform -> named.stream().noneMatch(one -> one.test(platform));
        } catch (UnknownPlatforms e) {
            // Who runs the scenario is told so.
            return platform -> false;
        }
    }

    boolean answers(PlatformId platform) {
        return answered.stream().anyMatch(where -> where.test(platform));
    }

    boolean named() {
        return stopping || !answered.isEmpty();
    }
}
