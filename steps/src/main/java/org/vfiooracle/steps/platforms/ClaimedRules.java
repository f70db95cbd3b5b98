// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.platforms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * The rules that the features of a checkout name as the reason of an answer, and where. What such a rule refuses in a Given needs no
 * row that says so: a scenario of its own does. A rule is looked for when somebody asks for it: most scenarios ask for none.
 */
public final class ClaimedRules {
    /** The features name no rule. */
    public static final ClaimedRules NONE = new ClaimedRules(List.of(), PlatformSets.NONE);

    private static final Pattern SCENARIO = Pattern.compile("(?m)^\\s*Scenario(?: Outline)?:");

    private final List<String> texts;
    private final PlatformSets sets;
    private final Map<String, RuleClaims> byRule = new ConcurrentHashMap<>();

    private ClaimedRules(Collection<String> texts, PlatformSets sets) {
        this.texts = List.copyOf(texts);
        this.sets = sets;
    }

    /** Looks in the text of feature files. */
    public static ClaimedRules in(Collection<String> texts, PlatformSets sets) {
        return new ClaimedRules(texts, sets);
    }

    /** Tells whether a table or sentence names a rule as the reason of an answer on a platform. */
    public boolean answers(String rule, PlatformId platform) {
        return claims(rule).answers(platform);
    }

    /** Tells whether a table names a rule at all, be it as the reason why some platform cannot run a scenario. */
    public boolean names(String rule) {
        return claims(rule).named();
    }

    private RuleClaims claims(String rule) {
        return byRule.computeIfAbsent(rule, asked -> {
            RuleClaims claims = new RuleClaims(asked, sets);
            texts.stream()
                    .filter(text -> text.contains(asked))
                    .flatMap(SCENARIO::splitAsStream)
                    .filter(scenario -> scenario.contains(asked))
                    .forEach(claims::read);
            return claims;
        });
    }

    /** Every cell of the columns {@code platforms}. */
    public List<String> cells() {
        List<String> cells = new ArrayList<>();
        texts.stream()
                .flatMap(text -> FeatureTable.of(text).stream())
                .flatMap(table -> Stream.of(table.column(TableWords.PLATFORMS)))
                .forEach(cells::addAll);
        return cells;
    }
}
