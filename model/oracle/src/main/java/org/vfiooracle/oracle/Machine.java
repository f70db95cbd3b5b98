// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.oracle;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.engine.operation.Repeat;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.procedure.Catalogue;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.programs.vmm.Kernel;
import org.vfiooracle.programs.vmm.ProgramDeviation;
import org.vfiooracle.programs.vmm.Programs;
import org.vfiooracle.programs.vmm.Strategy;

/** A platform that answers operations: a pure function from a state and an operation to a transition. */
public final class Machine {
    private final Profile profile;
    private final List<Deviation> deviations;
    private final Catalogue actual;
    private final Intentions intentions;
    private final ProgramChanges programs;

    private Machine(Profile profile, List<Deviation> deviations, ProgramChanges programs) {
        this.profile = profile;
        this.deviations = List.copyOf(deviations);
        this.programs = programs;
        this.intentions = Intentions.of(profile.release(), this.deviations);
        this.actual = intentions.actual();
    }

    /** Returns the machine of a platform, with the deviations that its release has. */
    public static Machine of(Profile profile) {
        return with(
                profile, Deviations.ALL.stream().filter(d -> d.present(profile)).toList());
    }

    /** Returns the machine of a platform with exactly these deviations, for measuring what a corpus catches. */
    public static Machine with(Profile profile, List<Deviation> deviations) {
        return with(profile, deviations, ProgramChanges.NONE);
    }

    /** Returns the machine of a platform with exactly these deviations, on which programs are changed. */
    public static Machine with(Profile profile, List<Deviation> deviations, ProgramChanges programs) {
        return new Machine(profile, deviations, programs);
    }

    /** The platform. */
    public Profile profile() {
        return profile;
    }

    /** The deviations that are switched on. */
    public List<Deviation> deviations() {
        return deviations;
    }

    /** How programs differ from those that were released. */
    public ProgramChanges programs() {
        return programs;
    }

    /** The procedures as this machine performs them. */
    public Catalogue catalogue() {
        return actual;
    }

    /**
     * Performs one operation.
     *
     * @throws org.vfiooracle.engine.procedure.NotModelled when the model has no answer
     */
    public Transition perform(State state, Operation operation) {
        if (operation instanceof Operation.By by) {
            return performBy(state, by);
        }
        return answered(actual, programs, state, operation);
    }

    /** Performs one operation; empty where the model has no answer. */
    public Optional<Transition> performIfModelled(State state, Operation operation) {
        try {
            return Optional.of(perform(state, operation));
        } catch (NotModelled noAnswer) {
            return Optional.empty();
        }
    }

    /**
     * Performs one operation as {@link #perform} does, and tells what was intended instead where a deviation of this release
     * decides the outcome. It performs the operation once more without each deviation that may matter.
     *
     * @throws org.vfiooracle.engine.procedure.NotModelled when the model has no answer, or none without one of the deviations
     */
    public Transition.Explained explain(State state, Operation operation) {
        if (operation instanceof Operation.By by) {
            return new Transition.Explained(performBy(state, by), departure(state, by));
        }
        Set<String> used = new HashSet<>();
        Transition done = answered(actual.watched(used::add), programs, state, operation);
        Outcome outcome = done.outcome();
        Optional<Transition.Departure> kernel = departure(state, operation, outcome, used);
        return new Transition.Explained(
                done,
                kernel.isEmpty() && operation instanceof ProgramCall call ? departure(state, call, outcome) : kernel);
    }

    /**
     * Tells what was intended instead, as {@link #explain} does.
     *
     * @throws org.vfiooracle.engine.procedure.NotModelled when the model has no answer, or none without one of the deviations
     */
    public Optional<Transition.Departure> departure(State state, Operation operation) {
        return operation instanceof Operation.By by
                ? departure(asCaller(state, by), by.call())
                : explain(state, operation).departure();
    }

    /** What a program does depends on what the kernel below it answers, and so on the procedures of the kernel. */
    private Transition answered(Catalogue catalogue, ProgramChanges changes, State state, Operation operation) {
        Kernel kernel = new CatalogueKernel(profile, catalogue);
        if (!state.process().alive()) {
            throw new NotModelled("a call of the first process, which has ended");
        }
        if (operation instanceof Operation.Exit && state.current().isEmpty()) {
            Transition done = kernel.ask(state, operation);
            return done.leading(done.next().ended("")).lockingNothing();
        }
        if (operation instanceof Repeat repeat) {
            return Repetition.of(kernel, state, repeat);
        }
        return operation instanceof ProgramCall call
                ? new Programs(kernel, changes::find).perform(state, call)
                : kernel.ask(state, operation);
    }

    private Transition performBy(State state, Operation.By by) {
        String before = state.current();
        Transition done = perform(asCaller(state, by), by.call());
        State next = done.next().as(before);
        return by.call() instanceof Operation.Exit
                ? done.leading(next.ended(by.by())).lockingNothing()
                : done.leading(next);
    }

    /** Returns {@code state} as the process sees it that makes a call. */
    private static State asCaller(State state, Operation.By by) {
        if (!state.lives(by.by())) {
            throw new NotModelled("a call of the process " + by.by() + ", which does not live");
        }
        if (by.call() instanceof Operation.By) {
            throw new NotModelled("a call by two processes");
        }
        return state.as(by.by());
    }

    /**
     * The first deviation of the kernel without which the outcome is another. One that is about none of the procedures that
     * were {@code used} cannot be it.
     */
    private Optional<Transition.Departure> departure(
            State state, Operation operation, Outcome outcome, Set<String> used) {
        for (int i = 0; i < deviations.size(); i++) {
            if (Collections.disjoint(used, intentions.about(i))) {
                continue;
            }
            Transition intended = answered(intentions.without(i), programs, state, operation);
            if (!intended.outcome().equals(outcome)) {
                return Optional.of(
                        new Transition.Departure(deviations.get(i).id(), intended.outcome(), intended.rule()));
            }
        }
        return Optional.empty();
    }

    /** The first deviation of the program without which the outcome is another. */
    private Optional<Transition.Departure> departure(State state, ProgramCall call, Outcome outcome) {
        List<ProgramDeviation> bugs = Programs.idOf(state, call)
                .flatMap(programs::find)
                .map(Strategy::deviations)
                .orElse(List.of());
        for (ProgramDeviation bug : bugs) {
            Optional<Transition> intended = intended(state, call, bug);
            if (intended.filter(reply -> !reply.outcome().equals(outcome)).isPresent()) {
                return intended.map(reply -> new Transition.Departure(bug.id(), reply.outcome(), reply.rule()));
            }
        }
        return Optional.empty();
    }

    /** What a program would do without a bug; empty where that leads to what nobody knows. */
    private Optional<Transition> intended(State state, ProgramCall call, ProgramDeviation bug) {
        try {
            return Optional.of(answered(actual, programs.without(bug), state, call));
        } catch (NotModelled e) {
            return Optional.empty();
        }
    }
}
