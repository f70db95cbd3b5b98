// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.explore;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.generator.alphabet.Ask;
import org.vfiooracle.generator.explore.Violation.Invariant;
import org.vfiooracle.generator.explore.Watcher.Place;

/** A few states of a level, with all calls that can be made in them: the work of one thread. */
final class Stretch {
    private final Subject subject;
    private final Fingerprint fingerprint;
    private final Visited before;
    private final Optional<Invariants> invariants;
    private final Reached.Count count = new Reached.Count();
    private final List<Found> found = new ArrayList<>();
    private final List<Watcher.Part> seen = new ArrayList<>();
    private final Set<Long> here = new HashSet<>();

    Stretch(
            Subject subject,
            Fingerprint fingerprint,
            Exploration.Limits limits,
            Visited before,
            List<Watcher> watchers) {
        this.subject = subject;
        this.fingerprint = fingerprint;
        this.before = before;
        this.invariants = limits.invariants() ? Optional.of(new Invariants(subject.machine())) : Optional.empty();
        watchers.forEach(watcher -> seen.add(watcher.part()));
    }

    /** A state that was not known when the part began. */
    record Found(long fingerprint, int parent, int call, State state, Optional<Violation> violation) {}

    Reached.Count count() {
        return count;
    }

    List<Found> found() {
        return found;
    }

    List<Watcher.Part> seen() {
        return seen;
    }

    Stretch of(List<Place> places) {
        for (Place place : places) {
            List<Ask> asks = subject.calls().of(place.state());
            for (int i = 0; i < asks.size(); i++) {
                make(place, i, asks.get(i));
            }
        }
        return this;
    }

    @SuppressWarnings("ReferenceEquality") // a call that changes nothing leaves the very same state
    private void make(Place place, int index, Ask ask) {
        Transition transition;
        seen.forEach(Watcher.Part::before);
        try {
            transition = subject.machine().perform(place.state(), ask.operation());
        } catch (NotModelled unknown) {
            count.unknown(unknown.what());
            return;
        } catch (RuntimeException broken) {
            count.broken(new Violation(Invariant.ANSWERED, "the model broke: " + broken), place.number(), index);
            return;
        }
        count.transition(ask.call(), transition);
        for (Watcher.Part watcher : seen) {
            watcher.transition(place, index, ask, transition);
        }
        if (invariants.isPresent()) {
            Optional<Violation> wrong = invariants.get().programmed().after(place.state(), transition);
            wrong.ifPresent(violation -> count.broken(violation, place.number(), index));
        }
        if (transition.next() == place.state()) {
            return;
        }
        long next = fingerprint.of(transition.next());
        if (!before.has(next) && here.add(next)) {
            Optional<Violation> violation = invariants.flatMap(all -> all.in(transition.next()));
            found.add(new Found(next, place.number(), index, transition.next(), violation));
        }
    }
}
