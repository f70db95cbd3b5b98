// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.mutate;

import java.util.Arrays;
import java.util.List;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Part;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.operation.Outcome;

/** What is seen of an outcome: two that differ in nothing of it are alike. */
public record Visible(Observes observes) {
    /** All of it. */
    public static final Visible ALL = new Visible(Observes.ALL);

    /** Whether two outcomes look alike. */
    public boolean alike(Outcome one, Outcome other) {
        if (one.equals(other)) {
            return true;
        }
        return (!observes.sees(Part.ANSWER) || one.answer().equals(other.answer()))
                && (!observes.sees(Part.OUT) || one.out().equals(other.out()))
                && (!observes.sees(Part.LOCKED_PAGES) || one.lockedPages() == other.lockedPages())
                && (!observes.sees(Part.CALLS) || one.calls().equals(other.calls()))
                && seen(one).equals(seen(other));
    }

    private List<Effect> seen(Outcome outcome) {
        return outcome.effects().stream()
                .filter(effect ->
                        Arrays.stream(Part.values()).anyMatch(part -> observes.sees(part) && part.shows(effect)))
                .toList();
    }
}
