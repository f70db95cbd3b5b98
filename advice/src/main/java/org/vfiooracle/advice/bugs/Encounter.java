// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.bugs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.wording.OperationText;
import org.vfiooracle.engine.operation.BareCall;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.oracle.Machine;

/**
 * A call of a case that a bug decides.
 *
 * @param sign what the bug is known by: the id of a deviation; or a call and why it has no answer, as in
 *     {@code VFIO_IOMMU_MAP_DMA: a range that leaves its window, which is undefined}
 * @param platform where
 * @param id the case
 * @param step ordinal of the call, from 1
 * @param operation the call, for people
 * @param answered whether the call has an answer; a kernel that stops, or memory that is overwritten, has none
 */
public record Encounter(String sign, PlatformId platform, CaseId id, int step, String operation, boolean answered) {
    /** Returns where bugs of its release, or of a program, decide an answer of a fixture; each bug once, at its first call. */
    public static List<Encounter> in(Fixture fixture) {
        List<Encounter> met = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < fixture.steps().size(); i++) {
            RecordedStep step = fixture.steps().get(i);
            int number = i + 1;
            step.intended()
                    .map(RecordedStep.Intended::deviation)
                    .filter(seen::add)
                    .ifPresent(deviation -> met.add(new Encounter(
                            deviation,
                            fixture.platform(),
                            fixture.performed().id(),
                            number,
                            OperationText.of(step.operation()),
                            true)));
        }
        return met;
    }

    /**
     * Returns the call of a case that the model has no answer to, if there is one. Where it has an answer without one of the
     * deviations of the release, that deviation is the sign.
     */
    public static Optional<Encounter> unanswered(
            Case performed, PlatformId platform, Machine machine, Topology topology) {
        State state = State.initial(topology, performed.process());
        for (int i = 0; i < performed.operations().size(); i++) {
            Operation operation = performed.operations().get(i);
            try {
                state = machine.perform(state, operation).next();
            } catch (NotModelled why) {
                String sign = deciding(machine, state, operation)
                        .orElse(called(operation).name() + ": " + why.what());
                return Optional.of(
                        new Encounter(sign, platform, performed.id(), i + 1, OperationText.of(operation), false));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> deciding(Machine machine, State state, Operation operation) {
        for (Deviation deviation : machine.deviations()) {
            List<Deviation> others = machine.deviations().stream()
                    .filter(other -> !other.equals(deviation))
                    .toList();
            try {
                Machine.with(machine.profile(), others, machine.programs()).perform(state, operation);
                return Optional.of(deviation.id());
            } catch (NotModelled stillWithoutAnswer) {
                // it is not this one
            }
        }
        return Optional.empty();
    }

    private static Operation called(Operation operation) {
        return BareCall.of(operation);
    }
}
