// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.mutate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vfiooracle.conformance.random.Danger;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.generator.alphabet.Ask;
import org.vfiooracle.generator.alphabet.Calls;
import org.vfiooracle.generator.explore.Fingerprint;
import org.vfiooracle.oracle.Machine;

/**
 * Finds the shortest calls that tell a mutant from the platform after it has gone another way unseen: breadth-first over pairs of
 * states, that of the platform and that of the mutant.
 */
public final class Chase {
    private final Machine machine;
    private final Calls calls;
    private final Fingerprint fingerprint;
    private final int most;
    private final Visible visible;

    /** Goes through at most {@code most} pairs for each mutant, and knows them by what {@code visible} shows. */
    public Chase(Machine machine, Calls calls, int most, Visible visible) {
        this.machine = machine;
        this.calls = calls;
        this.fingerprint = new Fingerprint(calls.alike(), false);
        this.most = most;
        this.visible = visible;
    }

    private record Pair(int number, State right, State wrong, List<Operation> calls) {}

    /** Returns what catches a mutant that has strayed so, if it is found. */
    public Optional<Sighting> of(Mutant mutant, List<Hunt.Strayed> strayed) {
        Deque<Pair> open = new ArrayDeque<>();
        Set<List<Long>> seen = new HashSet<>();
        for (Hunt.Strayed one : strayed) {
            add(open, seen, new Pair(one.number(), one.right(), one.wrong(), List.of(one.call())));
        }
        for (int i = 0; i < most && !open.isEmpty(); i++) {
            Pair pair = open.removeFirst();
            for (Ask ask : calls.of(pair.right())) {
                Optional<Sighting> caught = ask(mutant, pair, ask.operation(), open, seen);
                if (caught.isPresent()) {
                    return caught;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Sighting> ask(
            Mutant mutant, Pair pair, Operation operation, Deque<Pair> open, Set<List<Long>> seen) {
        Optional<Transition> done = machine.performIfModelled(pair.right(), operation);
        if (done.isEmpty()) {
            return Optional.empty();
        }
        Transition right = done.get();
        if (Danger.of(machine.profile(), pair.right(), operation, right).isPresent()) {
            return Optional.empty();
        }
        Contest contest = Contest.of(mutant, pair.wrong(), operation, right, visible);
        List<Operation> all = new ArrayList<>(pair.calls());
        all.add(operation);
        if (contest.caught()) {
            return Optional.of(new Sighting(pair.number(), all));
        }
        State wrong = contest.next().orElseThrow();
        if (!right.next().equals(wrong)) {
            add(open, seen, new Pair(pair.number(), right.next(), wrong, all));
        }
        return Optional.empty();
    }

    private void add(Deque<Pair> open, Set<List<Long>> seen, Pair pair) {
        if (seen.add(List.of(fingerprint.of(pair.right()), fingerprint.of(pair.wrong())))) {
            open.addLast(pair);
        }
    }
}
