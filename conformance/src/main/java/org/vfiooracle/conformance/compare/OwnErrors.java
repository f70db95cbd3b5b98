// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.compare;

import java.util.Map;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.ObservedStep;

/**
 * What an implementation calls the errors of Linux.
 *
 * @param names errno by the word or number that the implementation answers
 */
public record OwnErrors(Map<String, String> names) {
    /** It calls them as Linux does. */
    public static final OwnErrors NONE = new OwnErrors(Map.of());

    public OwnErrors {
        names = Map.copyOf(names);
    }

    /** Returns what was answered, in the words of Linux. */
    Observation in(Observation observation) {
        return names.isEmpty()
                ? observation
                : new Observation(
                        observation.id(),
                        observation.ending(),
                        observation.reason(),
                        observation.steps().stream().map(this::in).toList(),
                        observation.state(),
                        observation.halt());
    }

    private ObservedStep in(ObservedStep step) {
        return new ObservedStep(
                names.getOrDefault(step.answer(), step.answer()),
                step.out(),
                step.lockedPages(),
                step.effects(),
                step.calls(),
                step.rule());
    }
}
