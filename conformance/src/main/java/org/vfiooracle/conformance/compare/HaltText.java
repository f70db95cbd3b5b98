// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.compare;

import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Halt;
import org.vfiooracle.contract.observation.Observation;

/** Why a case was not performed to its end, with the call at which that was: many cases have the same text. */
final class HaltText {
    private HaltText() {}

    /** Returns {@code VFIO_EEH_PE_OP: not announced}, or only the reason where the call is not known; empty for none. */
    static String of(Fixture fixture, Observation observation) {
        return observation.halt().map(halt -> text(fixture, halt)).orElse(observation.reason());
    }

    private static String text(Fixture fixture, Halt halt) {
        int at = halt.operation();
        return at < 1 || at > fixture.steps().size()
                ? halt.text()
                : fixture.steps().get(at - 1).operation().name() + ": " + halt.text();
    }
}
