// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.scene;

import java.util.Optional;
import org.vfiooracle.kernel.container.Descriptors;
import org.vfiooracle.oracle.Rules;

/**
 * Why a platform cannot run a scenario.
 *
 * @param step the step that stopped it
 * @param rule id of the rule that did; empty where the model has no answer
 * @param demanded the step is a condition on the hardware, and made no call
 * @param why what happened, in a few words: {@code answered EBUSY}, {@code not modelled: ...}
 */
public record NotApplicable(String step, Optional<String> rule, boolean demanded, String why) {
    /** The cell in the rule column of an expectation table for this. */
    public String reason() {
        return rule.orElse("not modelled");
    }

    /**
     * Whether no table needs to say so, even one whose ranges include the platform. Two reasons are of this kind: the host has no
     * node for any group, or one platform is tried for all that answer programs alike.
     */
    public boolean byItself() {
        return reason().equals(Descriptors.NO_NODE.id()) || reason().equals(Rules.REPRESENTED.id());
    }

    /** Returns {@code container "C1" has IOMMU type v2 - answered ENODEV (rule container.set-iommu.unsupported)}. */
    @Override
    public String toString() {
        return step + " - " + why + rule.map(r -> " (rule " + r + ")").orElse("");
    }
}
