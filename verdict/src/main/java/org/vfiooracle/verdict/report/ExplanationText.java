// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.fixture.PerformedOperation;
import org.vfiooracle.contract.wording.CallText;
import org.vfiooracle.verdict.explain.Explanation;
import org.vfiooracle.verdict.nearest.Agreement;
import org.vfiooracle.verdict.nearest.Behaviour;
import org.vfiooracle.verdict.nearest.NearestMachines;
import org.vfiooracle.verdict.nearest.OtherMachine;

/** What explains a finding, in lines for people. */
final class ExplanationText {
    private static final int LISTED = 3;

    private ExplanationText() {}

    static List<String> lines(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        List<String> before = explanation.before();
        for (int i = 0; i < before.size(); i++) {
            lines.add((i == 0 ? "  before it: " : "             ") + before.get(i));
        }
        explanation.shortest().ifPresent(shortest -> {
            lines.add("  the shortest case that shows it, by the model:");
            lines.addAll(calls(shortest));
        });
        if (explanation.step() > 0) {
            lines.add("  " + nearest(explanation.nearest()));
        } else if (explanation.nearest().agreement() != Agreement.NONE) {
            lines.add("  a known bug stops there, too: " + names(explanation.nearest()));
        }
        return lines;
    }

    /** The calls of a case with the answers that are expected. */
    private static List<String> calls(Performance performance) {
        List<String> lines = new ArrayList<>();
        for (PerformedOperation step : performance.steps()) {
            String ordinal = String.valueOf(lines.size() + 1);
            lines.add(" ".repeat(Math.max(1, 6 - ordinal.length())) + ordinal + "  "
                    + CallText.of(step.operation(), step.transition().outcome()));
        }
        return lines;
    }

    /** Returns {@code would answer so: ioda2-linux-4.1-64k, ...}. */
    static String nearest(NearestMachines nearest) {
        if (nearest.agreement() == Agreement.NONE) {
            return "no platform and no known bug would answer so";
        }
        String how = nearest.agreement() == Agreement.WHOLE ? "would answer so: " : "would answer this call so: ";
        return how + names(nearest);
    }

    private static String names(NearestMachines nearest) {
        String named = nearest.machines().stream()
                .limit(LISTED)
                .map(OtherMachine::name)
                .collect(Collectors.joining(", "));
        int more = nearest.machines().size() - LISTED;
        return more > 0 ? named + " and " + more + " more" : named;
    }

    /** Returns {@code it behaves like ioda2-linux-4.1-64k: ...}. */
    static String behaviour(Behaviour behaviour) {
        String name = behaviour.machine().name();
        String counts = behaviour.explained() + " of " + cases(behaviour.differing(), "differing") + " so"
                + (behaviour.conforming() == 0
                        ? ""
                        : ", and " + behaviour.kept() + " of " + cases(behaviour.conforming(), "conforming")
                                + " alike");
        return behaviour.likely()
                ? "it behaves like " + name + ", which answers " + counts
                : "it behaves like no platform; the nearest is " + name + ", which answers " + counts;
    }

    private static String cases(int count, String what) {
        return count + " " + what + (count == 1 ? " case" : " cases");
    }
}
