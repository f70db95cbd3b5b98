// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.record;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.vfiooracle.exec.memory.AddressLabels;
import org.vfiooracle.oracle.Rules;

/**
 * What differs between the calls of a run and those that were expected.
 *
 * @param lines what differs, for people; nothing where all agree
 * @param first the number of the first call of the run that differs; 0 where all agree
 * @param effects whether effects were compared, too
 */
public record CallDifferences(List<String> lines, int first, boolean effects) {
    private static final AddressLabels PLAIN = new AddressLabels(1);

    public CallDifferences {
        lines = List.copyOf(lines);
    }

    /** Compares calls; effects only where both are known. */
    public static CallDifferences between(CallLines expected, CallLines seen) {
        boolean effects = expected.effects() && seen.effects();
        BiPredicate<CallLines.Line, CallLines.Line> same = (one, other) ->
                one.text().equals(other.text()) && (!effects || one.effects().equals(other.effects()));
        List<String> lines = new ArrayList<>();
        int first = 0;
        for (AbstractDelta<CallLines.Line> delta :
                DiffUtils.diff(expected.calls(), seen.calls(), same).getDeltas()) {
            first = first == 0 ? delta.getTarget().getPosition() + 1 : first;
            tell(delta, effects, lines);
        }
        return new CallDifferences(lines, first, effects);
    }

    /** Calls that were made as expected stand with their two answers side by side, and all others after them. */
    private static void tell(AbstractDelta<CallLines.Line> delta, boolean effects, List<String> into) {
        List<CallLines.Line> expected = delta.getSource().getLines();
        List<CallLines.Line> seen = delta.getTarget().getLines();
        int paired = 0;
        while (paired < Math.min(expected.size(), seen.size())
                && expected.get(paired).call().equals(seen.get(paired).call())) {
            heading(delta, paired, into);
            tell("- ", expected.get(paired), effects, into);
            tell("+ ", seen.get(paired), effects, into);
            paired++;
        }
        if (paired < Math.max(expected.size(), seen.size())) {
            heading(delta, paired, into);
            expected.stream().skip(paired).forEach(line -> tell("- ", line, effects, into));
            seen.stream().skip(paired).forEach(line -> tell("+ ", line, effects, into));
        }
    }

    private static void heading(AbstractDelta<CallLines.Line> delta, int further, List<String> into) {
        into.add("call " + (delta.getTarget().getPosition() + further + 1) + " of the trace, "
                + (delta.getSource().getPosition() + further + 1) + " of the file:");
    }

    /** Whether all agree. */
    public boolean none() {
        return lines.isEmpty();
    }

    private static void tell(String sign, CallLines.Line line, boolean effects, List<String> into) {
        into.add("  " + sign + PLAIN.shown(line.text()));
        if (effects) {
            line.effects().forEach(effect -> into.add("      effect " + effect));
        }
        line.rule()
                .ifPresent(rule -> into.add("      rule " + rule
                        + Rules.find(rule).map(known -> ": " + known.sentence()).orElse("")));
    }
}
