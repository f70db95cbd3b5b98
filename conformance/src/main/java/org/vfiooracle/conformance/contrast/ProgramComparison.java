// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.contrast;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Prediction;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.kernel.engine.NotModelled;
import org.vfiooracle.kernel.operation.Operation;
import org.vfiooracle.kernel.operation.ProgramCall;
import org.vfiooracle.kernel.platform.PlatformId;
import org.vfiooracle.oracle.Machine;

/**
 * What two programs do differently in the cases of programs that the corpus has, whatever program these are about.
 *
 * @param alike how many pairs of a case and a platform come to the same
 * @param notModelled how many pairs one of the two has no answer to
 * @param differing the first difference of a case, with the platforms on which it is so
 */
public record ProgramComparison(int alike, int notModelled, Map<Contrast, List<PlatformId>> differing) {
    /** Compares two programs in the cases of {@code fixtures}, each on its own platform. */
    public static ProgramComparison of(
            String left, String right, Iterable<Fixture> fixtures, Platforms platforms, Strictness strictness) {
        int alike = 0;
        int notModelled = 0;
        Map<Contrast, List<PlatformId>> differing = new LinkedHashMap<>();
        Set<List<Object>> done = new HashSet<>();
        for (Fixture fixture : fixtures) {
            Case one = told(fixture.performed(), left);
            if (!starts(one) || !done.add(List.of(fixture.platform(), one.process(), one.operations()))) {
                continue;
            }
            Optional<Fixture> here = predicted(one, fixture, platforms);
            Optional<Fixture> there = predicted(told(fixture.performed(), right), fixture, platforms);
            if (here.isEmpty() || there.isEmpty()) {
                notModelled++;
                continue;
            }
            Optional<Contrast> contrast = Contrast.of(here.get(), there.get(), strictness);
            contrast.ifPresent(found ->
                    differing.computeIfAbsent(found, any -> new ArrayList<>()).add(fixture.platform()));
            alike += contrast.isPresent() ? 0 : 1;
        }
        return new ProgramComparison(alike, notModelled, differing);
    }

    private static boolean starts(Case one) {
        return one.operations().stream().anyMatch(ProgramCall.Start.class::isInstance);
    }

    /** The case as another program is told it. */
    private static Case told(Case one, String program) {
        List<Operation> operations = one.operations().stream()
                .map(operation -> operation instanceof ProgramCall.Start start
                        ? new ProgramCall.Start(program, start.as(), start.ram(), start.devices())
                        : operation)
                .toList();
        return new Case(one.id(), one.topology(), one.process(), operations);
    }

    private static Optional<Fixture> predicted(Case one, Fixture like, Platforms platforms) {
        Machine machine = platforms.machine(like.platform());
        try {
            return Optional.of(Prediction.of(
                    one,
                    like.platform(),
                    machine,
                    platforms.topology(one.topology(), machine.profile()),
                    like.feature()));
        } catch (NotModelled e) {
            return Optional.empty();
        }
    }
}
