// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.generator.explore.Violation.Invariant;
import org.vfiooracle.oracle.Machine;

/**
 * What an exploration found to break an invariant, put together by what explains it: a bug of the release, by name; how releases
 * of that time were meant to be; or nothing, which is a bug of the model or a bug that nobody has named.
 *
 * @param all in the order in which they were found
 * @param unread how many more there are that nobody looked into
 */
public record Breaches(List<Finding> all, int unread) {
    private static final int READ = 20_000;

    public Breaches {
        all = List.copyOf(all);
    }

    /**
     * What breaks an invariant for one reason.
     *
     * @param violation the first of them
     * @param reason the deviation or the trait that explains it; empty where nothing does
     * @param sentence what that is
     * @param times how often it was found
     * @param path the shortest calls that lead there
     */
    public record Finding(
            Violation violation, Optional<String> reason, String sentence, int times, Exploration.Path path) {
        private Finding again() {
            return new Finding(violation, reason, sentence, times + 1, path);
        }
    }

    /** Looks into what an exploration found. */
    public static Breaches of(Exploration exploration, Subject subject, Reached reached) {
        Trails trails = new Trails(exploration, subject);
        Search search = new Search(trails, subject);
        Map<String, Finding> byReason = new LinkedHashMap<>();
        List<Reached.Broken> broken = reached.count().broken();
        for (Reached.Broken one : broken.subList(0, Math.min(READ, broken.size()))) {
            Exploration.Path path = trails.to(one.state());
            if (one.call() >= 0) {
                path = path.then(List.of(trails.call(one)));
            }
            Reason reason = search.reason(one, path);
            String key = one.violation().invariant() + " " + reason.name().orElse("");
            Finding known = byReason.get(key);
            byReason.put(
                    key,
                    known == null
                            ? new Finding(one.violation(), reason.name(), reason.sentence(), 1, path)
                            : known.again());
        }
        return new Breaches(List.copyOf(byReason.values()), Math.max(0, broken.size() - READ));
    }

    /** Whether all that was found has a reason. */
    public boolean explained() {
        return all.stream().allMatch(finding -> finding.reason().isPresent());
    }

    /** The invariants that hold everywhere. */
    public List<Invariant> held() {
        List<Invariant> held = new ArrayList<>(List.of(Invariant.values()));
        all.forEach(finding -> held.remove(finding.violation().invariant()));
        return held;
    }

    private record Reason(Optional<String> name, String sentence) {
        static final Reason NONE = new Reason(Optional.empty(), "");
    }

    /** Tries without each deviation whether the same calls still lead to it. */
    private static final class Search {
        private final Subject subject;
        private final Map<Deviation, Retraced> without = new LinkedHashMap<>();
        private final Retraced withoutAny;

        Search(Trails trails, Subject subject) {
            this.subject = subject;
            Machine machine = subject.machine();
            for (Deviation deviation : machine.deviations()) {
                List<Deviation> others = new ArrayList<>(machine.deviations());
                others.remove(deviation);
                without.put(deviation, new Retraced(trails, Machine.with(machine.profile(), others)));
            }
            withoutAny = new Retraced(trails, Machine.with(machine.profile(), List.of()));
        }

        Reason reason(Reached.Broken broken, Exploration.Path path) {
            Violation violation = broken.violation();
            for (Map.Entry<Deviation, Retraced> one : without.entrySet()) {
                if (!one.getValue().breaks(broken)) {
                    return new Reason(
                            Optional.of(one.getKey().id()), one.getKey().sentence());
                }
            }
            State last = last(path, subject.machine());
            Trait.Found found = new Trait.Found(path.operations(), last, closed(last, subject.machine()));
            List<Trait> traits = Trait.ALL.stream()
                    .filter(trait -> trait.explains(violation, subject.machine().profile(), found))
                    .toList();
            if (!traits.isEmpty()) {
                return new Reason(
                        Optional.of(traits.get(0).name()), traits.get(0).sentence());
            }
            return without.size() > 1 && !withoutAny.breaks(broken)
                    ? new Reason(
                            Optional.of("several deviations"),
                            "It goes away only without all deviations of the release")
                    : Reason.NONE;
        }

        private State last(Exploration.Path path, Machine machine) {
            return after(State.initial(subject.topology(), path.process()), path.operations(), machine);
        }

        private static State closed(State state, Machine machine) {
            return after(state, Invariants.closing(state), machine);
        }

        private static State after(State first, List<Operation> operations, Machine machine) {
            State state = first;
            for (Operation operation : operations) {
                Optional<Transition> done = machine.performIfModelled(state, operation);
                if (done.isEmpty()) {
                    return state;
                }
                state = done.get().next();
            }
            return state;
        }
    }
}
