// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.platforms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * The rules that the features of a checkout name as the reason of an answer, and where. What such a rule refuses in a Given needs no
 * row that says so: a scenario of its own does.
 */
public final class ClaimedRules {
    /** The features name no rule. */
    public static final ClaimedRules NONE = new ClaimedRules();

    private static final Pattern SENTENCE = Pattern.compile("(?m)it answers \\S+, rule (?<rule>\\S+)\\s*$");
    private static final Pattern SCENARIO = Pattern.compile("(?m)^\\s*Scenario(?: Outline)?:");

    private final Map<String, List<Predicate<PlatformId>>> answered = new HashMap<>();
    private final Set<String> stopping = new HashSet<>();
    private final List<String> cells = new ArrayList<>();

    private ClaimedRules() {}

    /** Finds what is claimed in the text of feature files. */
    public static ClaimedRules of(Collection<String> texts, PlatformSets sets) {
        ClaimedRules claims = new ClaimedRules();
        for (String text : texts) {
            for (String scenario : SCENARIO.split(text)) {
                claims.scenario(scenario, sets);
            }
        }
        return claims;
    }

    private void scenario(String text, PlatformSets sets) {
        List<FeatureTable> tables = FeatureTable.of(text);
        Matcher sentences = SENTENCE.matcher(text);
        while (sentences.find()) {
            claim(sentences.group("rule"), tables, platform -> true);
        }
        for (FeatureTable table : tables) {
            List<String> platforms = table.column(TableWords.PLATFORMS);
            List<String> answers = table.column(TableWords.ANSWER);
            List<String> rules = table.column(TableWords.RULE);
            cells.addAll(platforms);
            for (int i = 0; i < Math.min(rules.size(), Math.min(platforms.size(), answers.size())); i++) {
                if (answers.get(i).equals(TableWords.NOT_APPLICABLE)) {
                    stopping.addAll(List.of(rules.get(i).split(", *", -1)));
                } else {
                    claim(rules.get(i), tables, platforms(platforms.get(i), platforms, sets));
                }
            }
        }
    }

    /** A rule that varies with the rows of an outline is each of its values. */
    private void claim(String rule, List<FeatureTable> tables, Predicate<PlatformId> where) {
        if (rule.startsWith("<")) {
            String column = rule.substring(1, rule.length() - 1);
            tables.stream()
                    .filter(table -> table.above().startsWith("Examples:"))
                    .flatMap(table -> table.column(column).stream())
                    .forEach(value -> add(value, where));
        } else {
            add(rule, where);
        }
    }

    private void add(String rule, Predicate<PlatformId> where) {
        answered.computeIfAbsent(rule, r -> new ArrayList<>()).add(where);
    }

    private static Predicate<PlatformId> platforms(String cell, List<String> all, PlatformSets sets) {
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

    /** Tells whether a table or sentence names a rule as the reason of an answer on a platform. */
    public boolean answers(String rule, PlatformId platform) {
        return answered.getOrDefault(rule, List.of()).stream().anyMatch(where -> where.test(platform));
    }

    /** Tells whether a table names a rule at all, be it as the reason why some platform cannot run a scenario. */
    public boolean names(String rule) {
        return answered.containsKey(rule) || stopping.contains(rule);
    }

    /** Every cell of the columns {@code platforms}. */
    public List<String> cells() {
        return List.copyOf(cells);
    }
}
