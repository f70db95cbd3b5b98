// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.contrast;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.codec.CaseCodec;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.NotModelled;

/**
 * What two programs do differently in the cases of programs that the corpus has, whatever program these are about.
 *
 * @param alike how many pairs of a case and a platform come to the same
 * @param notModelled how many pairs one of the two has no answer to
 * @param differing the first difference of a case, with the platforms on which it is so
 */
public record ProgramComparison(int alike, int notModelled, Map<Contrast, List<PlatformId>> differing) {
    /**
     * A case that may start a program, and where it runs.
     *
     * @param performed the case
     * @param platforms the platforms of the corpus that run it
     */
    public record Candidate(Case performed, Collection<PlatformId> platforms) {}

    /** Compares two programs in the cases of {@code candidates}, each on its own platforms. */
    public static ProgramComparison of(
            String left, String right, Iterable<Candidate> candidates, Platforms platforms, Strictness strictness) {
        Comparing comparing = new Comparing(platforms, strictness);
        for (Candidate candidate : candidates) {
            Case one = told(candidate.performed(), left);
            Case other = told(candidate.performed(), right);
            if (starts(one)) {
                String said = said(one);
                candidate.platforms().stream()
                        .filter(platform -> comparing.isNew(said, platform))
                        .forEach(platform -> comparing.compare(one, other, platform));
            }
        }
        return new ProgramComparison(comparing.alike, comparing.notModelled, comparing.differing);
    }

    private static final class Comparing {
        private final Platforms platforms;
        private final Strictness strictness;
        private final Map<PlatformId, Beginnings> beginnings = new HashMap<>();
        private final Map<Contrast, List<PlatformId>> differing = new LinkedHashMap<>();
        private final Map<String, Set<PlatformId>> done = new HashMap<>();
        private int alike;
        private int notModelled;

        Comparing(Platforms platforms, Strictness strictness) {
            this.platforms = platforms;
            this.strictness = strictness;
        }

        /** Whether nothing that says the same was compared: two cases may differ in the program alone that they start. */
        boolean isNew(String said, PlatformId platform) {
            return done.computeIfAbsent(said, any -> new HashSet<>()).add(platform);
        }

        void compare(Case one, Case other, PlatformId platform) {
            Optional<Fixture> here = predicted(one, platform);
            Optional<Fixture> there = predicted(other, platform);
            if (here.isEmpty() || there.isEmpty()) {
                notModelled++;
                return;
            }
            Optional<Contrast> contrast = Contrast.of(here.get(), there.get(), strictness);
            contrast.ifPresent(found ->
                    differing.computeIfAbsent(found, any -> new ArrayList<>()).add(platform));
            alike += contrast.isPresent() ? 0 : 1;
        }

        private Optional<Fixture> predicted(Case one, PlatformId platform) {
            try {
                return Optional.of(beginnings
                        .computeIfAbsent(platform, id -> new Beginnings(platforms.machine(id), platforms))
                        .perform(one)
                        .fixture(platform, ""));
            } catch (NotModelled e) {
                return Optional.empty();
            }
        }
    }

    private static boolean starts(Case one) {
        return one.operations().stream().anyMatch(ProgramCall.Start.class::isInstance);
    }

    /** A case as text, without its name. */
    private static String said(Case one) {
        Map<String, Object> tree = CaseCodec.encode(one);
        tree.remove("id");
        return tree.toString();
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
}
