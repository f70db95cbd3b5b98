// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.generator.alphabet.Ask;

/**
 * Whether two machines with different IOMMU drivers answer alike where the VFIO core decides on both: breadth-first over pairs of
 * states that the same calls lead to.
 *
 * @param pairs how many pairs of states were gone through
 * @param calls how many calls were decided by the core on both
 * @param difference the first calls after which they differ
 */
public record CoreAlike(int pairs, long calls, Optional<Difference> difference) {
    private static final List<String> OF_DRIVERS = List.of("spapr.", "type1.");

    /** Calls of which the last is answered differently. */
    public record Difference(List<Operation> calls, Transition here, Transition there) {}

    private record Pair(State here, State there, List<Operation> calls) {}

    /** Compares two machines to a depth. */
    public static CoreAlike of(Subject here, Subject there, int depth) {
        Fingerprint mine = new Fingerprint(here.calls().alike(), false);
        Fingerprint others = new Fingerprint(there.calls().alike(), false);
        Deque<Pair> open = new ArrayDeque<>();
        Set<List<Long>> seen = new HashSet<>();
        State first = here.starts().get(0).state();
        open.add(new Pair(first, there.starts().get(0).state(), List.of()));
        seen.add(List.of(mine.of(first), others.of(open.getFirst().there())));
        int pairs = 0;
        long calls = 0;
        while (!open.isEmpty()) {
            Pair pair = open.removeFirst();
            pairs++;
            for (Ask ask : here.calls().of(pair.here())) {
                Optional<Transition> a = perform(here, pair.here(), ask.operation());
                Optional<Transition> b = perform(there, pair.there(), ask.operation());
                if (a.isEmpty() || b.isEmpty() || ofDriver(a.get()) || ofDriver(b.get())) {
                    continue;
                }
                calls++;
                List<Operation> all = new ArrayList<>(pair.calls());
                all.add(ask.operation());
                if (!a.get().outcome().answer().equals(b.get().outcome().answer())) {
                    return new CoreAlike(pairs, calls, Optional.of(new Difference(all, a.get(), b.get())));
                }
                Pair next = new Pair(a.get().next(), b.get().next(), all);
                if (all.size() < depth && seen.add(List.of(mine.of(next.here()), others.of(next.there())))) {
                    open.addLast(next);
                }
            }
        }
        return new CoreAlike(pairs, calls, Optional.empty());
    }

    private static Optional<Transition> perform(Subject subject, State state, Operation operation) {
        return subject.machine().performIfModelled(state, operation);
    }

    private static boolean ofDriver(Transition transition) {
        return OF_DRIVERS.stream().anyMatch(transition.rule().id()::startsWith)
                || transition.rule().id().equals("container.set-iommu.unsupported")
                || transition.rule().id().equals("container.set-iommu.no-type");
    }
}
