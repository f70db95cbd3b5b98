// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.mutate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.engine.procedure.Item;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.generator.mutate.Mutant.Kind;
import org.vfiooracle.oracle.Deviations;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.oracle.ProgramChanges;
import org.vfiooracle.oracle.ProgramDeviations;
import org.vfiooracle.oracle.Strategies;
import org.vfiooracle.programs.vmm.ProgramDeviation;
import org.vfiooracle.programs.vmm.Strategy;

/** All mistakes that can be made in the lists of a platform: without recompiling, since the lists are data. */
public final class Mutants {
    private final Machine machine;
    private final List<Mutant> all = new ArrayList<>();
    private final Map<String, Integer> limits = new HashMap<>();
    private final Map<String, Swap> swaps = new HashMap<>();

    /** What is swapped. */
    enum Swap {
        /** Two checks, which shows only where both fail. */
        OF_CHECKS,
        OF_STEPS,
        /** A check and a step, which shows only where the check fails before the step or behind it. */
        OF_BOTH
    }

    private Mutants(Machine machine) {
        this.machine = machine;
        for (Procedure<?> procedure : machine.catalogue().all()) {
            of(procedure);
        }
        knownBugs();
        programBugs();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            Mutant one = all.get(i);
            // Two checks of one id have mutants of one id, of which the second gets a number.
            String id = one.id();
            for (int again = 2; !ids.add(id); again++) {
                id = one.id() + "-" + again;
            }
            all.set(i, new Mutant(id, one.kind(), one.place(), one.entry(), one.made()));
            if (one.kind() == Kind.SWAPPED) {
                swaps.put(id, swapOf(one));
            } else if (one.kind() == Kind.LIMIT_OFF) {
                limits.put(id, limits.getOrDefault(one.id(), 0));
            }
        }
    }

    /** Returns the mistakes that can be made on a platform. */
    public static Mutants of(Machine machine) {
        return new Mutants(machine);
    }

    /** Whether one of these programs is another one with the bug of a mutant, or without it. */
    public static boolean concerns(Mutant bug, Set<String> programs) {
        return programs.stream().anyMatch(program -> !bug.machine()
                .programs()
                .find(program)
                .map(Strategy::deviations)
                .equals(Strategies.find(program).map(Strategy::deviations)));
    }

    /** All of them, in order of procedure and entry. */
    public List<Mutant> all() {
        return Collections.unmodifiableList(all);
    }

    /** The platform without a mistake. */
    public Machine machine() {
        return machine;
    }

    /** The place of the limit that a mutant is about, among those of its entry: two for each number, more and less. */
    int limit(Mutant mutant) {
        return limits.getOrDefault(mutant.id(), 0);
    }

    /** What a swap is one of. */
    Swap swap(Mutant mutant) {
        return swaps.getOrDefault(mutant.id(), Swap.OF_STEPS);
    }

    private Swap swapOf(Mutant swap) {
        List<? extends Item<?>> items = machine.catalogue().all().stream()
                .filter(procedure -> procedure.name().text().equals(swap.place()))
                .findFirst()
                .orElseThrow()
                .items();
        boolean first = items.get(swap.entry()) instanceof Check<?>;
        boolean second = items.get(swap.entry() + 1) instanceof Check<?>;
        return first == second ? first ? Swap.OF_CHECKS : Swap.OF_STEPS : Swap.OF_BOTH;
    }

    private <A> void of(Procedure<A> procedure) {
        List<Item<A>> items = procedure.items();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Check<A> check) {
                ofCheck(procedure, i, check);
            } else {
                ofStep(procedure, i, (Step<A>) items.get(i));
            }
            if (i + 1 < items.size() && shows(items.get(i), items.get(i + 1))) {
                add(procedure, i, Kind.SWAPPED, "", Editions.swapped(procedure, i));
            }
        }
    }

    /** Two checks that answer alike may stand in any order: only the rule tells which one it was. */
    private static boolean shows(Item<?> one, Item<?> next) {
        return !(one instanceof Check<?> first
                && next instanceof Check<?> second
                && first.answer().equals(second.answer()));
    }

    private <A> void ofCheck(Procedure<A> procedure, int at, Check<A> check) {
        add(procedure, at, Kind.CHECK_REMOVED, "", Editions.without(procedure, at));
        add(
                procedure,
                at,
                Kind.ANSWER_REPLACED,
                "",
                Editions.with(procedure, at, check.answering(Editions.other(check.answer()))));
        List<Threshold> numbers = Threshold.of(procedure);
        for (int i = 0; i < numbers.size(); i++) {
            for (boolean more : List.of(true, false)) {
                String what = ":" + numbers.get(i).name() + (more ? "+" : "-");
                limits.put(id(procedure, at, Kind.LIMIT_OFF, what), SeenLimits.place(i, more));
                Check<A> off = Editions.seeing(check, numbers.get(i).off(more));
                add(procedure, at, Kind.LIMIT_OFF, what, Editions.with(procedure, at, off));
            }
        }
    }

    private <A> void ofStep(Procedure<A> procedure, int at, Step<A> step) {
        add(procedure, at, Kind.STEP_REMOVED, "", Editions.without(procedure, at));
        if (step.rollBack().isPresent()) {
            add(procedure, at, Kind.ROLL_BACK_DROPPED, "", Editions.with(procedure, at, step.kept()));
        }
        if (!step.reasons().isEmpty()) {
            add(procedure, at, Kind.ANSWER_REPLACED, "", Editions.with(procedure, at, Editions.otherAnswer(step)));
        }
        add(procedure, at, Kind.FIRST_GROUP_ONLY, "", Editions.with(procedure, at, Editions.firstGroupOnly(step)));
        add(procedure, at, Kind.NOBODY_TOLD, "", Editions.with(procedure, at, Editions.nobodyTold(step)));
    }

    private static String id(Procedure<?> procedure, int at, Kind kind, String what) {
        return procedure.name().text() + "/" + procedure.items().get(at).id() + "/" + kind.key() + what;
    }

    private void add(Procedure<?> procedure, int at, Kind kind, String what, Procedure<?> edition) {
        String id = id(procedure, at, kind, what);
        Once<Machine> made =
                new Once<>(() -> Traced.variant(machine, machine.catalogue().with(edition), id));
        all.add(new Mutant(id, kind, procedure.name().text(), at, made));
    }

    /** A bug of another release is added, and one of this release is mended. */
    private void knownBugs() {
        for (Deviation bug : Deviations.ALL) {
            List<Deviation> others = new ArrayList<>(machine.deviations());
            if (!others.remove(bug)) {
                others.add(bug);
            }
            Once<Machine> made = new Once<>(() -> Machine.with(machine.profile(), others, machine.programs()));
            if (possible(made)) {
                String what = machine.deviations().contains(bug) ? "mended" : "added";
                all.add(new Mutant(bug.id() + "/" + Kind.KNOWN_BUG.key() + "-" + what, Kind.KNOWN_BUG, "", -1, made));
            }
        }
    }

    /** A bug is in every program that can have it; or it is in none, where some version has it. */
    private void programBugs() {
        for (ProgramDeviation bug : ProgramDeviations.ALL) {
            for (boolean more : List.of(true, false)) {
                ProgramChanges changes = more
                        ? new ProgramChanges(List.of(bug), List.of())
                        : new ProgramChanges(List.of(), List.of(bug));
                Once<Machine> made = new Once<>(() -> Machine.with(machine.profile(), machine.deviations(), changes));
                String id = bug.id() + "/" + Kind.PROGRAM_BUG.key() + (more ? "-added" : "-mended");
                all.add(new Mutant(id, Kind.PROGRAM_BUG, "", -1, made));
            }
        }
    }

    /** A bug edits entries that this release may not have. */
    private static boolean possible(Once<Machine> made) {
        try {
            made.get();
            return true;
        } catch (IllegalArgumentException noSuchEntry) {
            return false;
        }
    }
}
