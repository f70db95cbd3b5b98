// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.nearest;

import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.Difference;
import org.vfiooracle.conformance.compare.FixtureDiff;
import org.vfiooracle.conformance.compare.Repair;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.codec.StateCodec;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.ObservedStep;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Part;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.contract.platforms.PlatformRefused;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.oracle.Machine;

/** How far a machine agrees with what an implementation did in a case that differs. */
public enum Agreement {
    /** It answers all of the case so. */
    WHOLE,
    /** It answers so up to the call that differs, this one included, and otherwise afterwards. */
    CALL,
    /** It answers otherwise. */
    NONE;

    /** Compares a machine with what came; of a case that broke the implementation, a machine agrees that stops there. */
    static Agreement of(OtherMachine other, Comparison comparison, Platforms platforms) {
        Comparison.Compared behind = comparison.behind().orElseThrow();
        if (comparison.verdict() != Verdict.DIFFERS) {
            boolean broke = comparison.verdict() == Verdict.CRASHED || comparison.verdict() == Verdict.TIMED_OUT;
            return broke
                            && other.added()
                            && stops(other.machine(), behind.fixture().performed(), platforms)
                    ? WHOLE
                    : NONE;
        }
        Difference differing = comparison.differences().get(0);
        try {
            Comparison with =
                    compared(other.machine(), behind.fixture(), behind.observation(), comparison.compared(), platforms);
            if (with.differences().isEmpty()) {
                return WHOLE;
            }
            boolean later = with.differences().get(0).step() > differing.step();
            return later && differing.part() != Part.STATE ? CALL : NONE;
        } catch (NotModelled | PlatformRefused unknown) {
            return NONE;
        }
    }

    /** Whether a machine answers a fixture of another one alike, in the parts that are compared. */
    static boolean alike(OtherMachine other, Fixture fixture, Observes observes, Platforms platforms) {
        try {
            Fixture here = performed(other.machine(), fixture, platforms);
            Observation answers = Observation.answered(
                    fixture.performed().id(),
                    fixture.steps().stream()
                            .map(step -> ObservedStep.of(step.outcome()))
                            .toList(),
                    StateCodec.encode(fixture.last()));
            return FixtureDiff.compare(here, answers, observes, Strictness.STATE)
                            .verdict()
                    == Verdict.CONFORMS;
        } catch (NotModelled | PlatformRefused unknown) {
            return false;
        }
    }

    private static Comparison compared(
            Machine machine, Fixture fixture, Observation observation, Observes observes, Platforms platforms) {
        return new FixtureDiff(observes, Strictness.STATE, Repair.NONE)
                .compare(performed(machine, fixture, platforms), observation);
    }

    private static Fixture performed(Machine machine, Fixture fixture, Platforms platforms) {
        Case performed = fixture.performed();
        return Performance.outcomesOnly(performed, machine, platforms.topology(performed.topology(), machine.profile()))
                .fixture(fixture.platform(), "");
    }

    private static boolean stops(Machine machine, Case performed, Platforms platforms) {
        try {
            Performance.outcomesOnly(performed, machine, platforms.topology(performed.topology(), machine.profile()));
            return false;
        } catch (NotModelled stopped) {
            return true;
        }
    }
}
