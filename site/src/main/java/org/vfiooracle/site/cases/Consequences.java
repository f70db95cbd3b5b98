// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.wording.CallText;
import org.vfiooracle.contract.wording.EffectText;
import org.vfiooracle.contract.wording.OperationText;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.site.facts.CaseFacts;
import org.vfiooracle.site.facts.SiteFacts;

/** Finds what the operations of a case lead to beside their answers. */
final class Consequences {
    /** A program may make thousands of calls, and a page is to be read. */
    private static final int SHOWN = 40;

    private record Told(List<String> calls, List<String> effects) {}

    private Consequences() {}

    /** Returns the operations that lead to anything on any platform. */
    static List<Consequence> of(CaseFacts facts, SiteFacts site) {
        List<Consequence> consequences = new ArrayList<>();
        for (int i = 0; i < facts.operations().size(); i++) {
            Map<Told, List<PlatformId>> ways = new LinkedHashMap<>();
            for (Fixture fixture : facts.fixtures().values()) {
                ways.computeIfAbsent(told(fixture.steps().get(i).outcome()), any -> new ArrayList<>())
                        .add(fixture.platform());
            }
            boolean one = ways.size() == 1;
            ways.keySet()
                    .removeIf(told -> told.calls().isEmpty() && told.effects().isEmpty());
            if (!ways.isEmpty()) {
                consequences.add(new Consequence(
                        i + 1, OperationText.of(facts.operations().get(i)), ways(ways, one, site)));
            }
        }
        return consequences;
    }

    private static List<Consequence.Way> ways(Map<Told, List<PlatformId>> ways, boolean one, SiteFacts site) {
        return ways.entrySet().stream()
                .map(way -> new Consequence.Way(
                        one ? List.of() : site.spans(way.getValue()),
                        some(way.getKey().calls()),
                        some(way.getKey().effects())))
                .toList();
    }

    private static Told told(Outcome outcome) {
        return new Told(
                outcome.calls().stream().map(CallText::of).toList(),
                outcome.effects().stream().map(EffectText::of).toList());
    }

    private static List<String> some(List<String> lines) {
        return lines.size() <= SHOWN
                ? lines
                : Stream.concat(
                                lines.stream().limit(SHOWN - 1),
                                Stream.of("and " + (lines.size() - SHOWN + 1) + " more"))
                        .toList();
    }
}
