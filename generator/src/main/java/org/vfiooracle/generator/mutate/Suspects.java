// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.mutate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.engine.procedure.Catalogue;
import org.vfiooracle.engine.procedure.Item;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.generator.alphabet.Ask;
import org.vfiooracle.programs.vmm.Programs;

/**
 * Which mutants may answer a call otherwise, as its trace tells: those about entries that the call came to. Of most of them the
 * trace also tells that they do not, so that nobody has to ask them.
 */
public final class Suspects {
    private final Traced traced;
    private final Mutants mutants;
    private final Map<Integer, List<Mutant>> byEntry = new HashMap<>();
    private final List<Mutant> ofPrograms = new ArrayList<>();
    private final Map<Mutant, BitSet> edited = new ConcurrentHashMap<>();
    private final Map<String, Set<Mutant>> byProgram = new ConcurrentHashMap<>();

    /** Looks at {@code some} of the mutants of the machine that is traced. */
    public Suspects(Traced traced, Mutants mutants, Collection<Mutant> some) {
        this.traced = traced;
        this.mutants = mutants;
        for (Mutant mutant : some) {
            if (mutant.kind() == Mutant.Kind.PROGRAM_BUG) {
                ofPrograms.add(mutant);
            } else if (mutant.entry() >= 0) {
                suspected(mutant, entryOf(mutant));
            } else {
                procedures(mutant)
                        .forEach(procedure ->
                                suspected(mutant, traced.entry(procedure.name().text(), 0)));
            }
        }
    }

    private void suspected(Mutant mutant, int entry) {
        byEntry.computeIfAbsent(entry, e -> new ArrayList<>()).add(mutant);
    }

    private int entryOf(Mutant mutant) {
        return traced.entry(mutant.place(), mutant.entry());
    }

    /** A known bug may show in all procedures that it edits: in whatever comes to the first entry of one. */
    private List<Procedure<?>> procedures(Mutant bug) {
        Catalogue mine = mutants.machine().catalogue();
        Set<String> names = mine.differences(bug.machine().catalogue());
        return mine.all().stream()
                .filter(procedure -> names.contains(procedure.name().text())
                        && !procedure.items().isEmpty())
                .toList();
    }

    /** Tells {@code suspect} of each mutant that may answer an operation otherwise that had this trace. */
    public void of(Operation operation, Trace trace, Consumer<Mutant> suspect) {
        if (Ask.callOf(operation) instanceof ProgramCall) {
            ofPrograms.forEach(suspect);
        }
        for (int entry = trace.reached.nextSetBit(0); entry >= 0; entry = trace.reached.nextSetBit(entry + 1)) {
            for (Mutant mutant : byEntry.getOrDefault(entry, List.of())) {
                if (concerned(mutant, entry, trace)) {
                    suspect.accept(mutant);
                }
            }
        }
    }

    private boolean concerned(Mutant mutant, int entry, Trace trace) {
        return switch (mutant.kind()) {
            case CHECK_REMOVED, ANSWER_REPLACED -> trace.stopped.get(entry);
            case ROLL_BACK_DROPPED -> trace.undone.get(entry);
            case SWAPPED -> mutants.swap(mutant) == Mutants.Swap.OF_CHECKS ? trace.both.get(entry) : true;
            case FIRST_GROUP_ONLY -> trace.several.get(entry);
            case NOBODY_TOLD -> trace.told.get(entry);
            case LIMIT_OFF -> traced.limits(entry).looksAt(mutants.limit(mutant));
            case STEP_REMOVED, KNOWN_BUG, PROGRAM_BUG -> true;
        };
    }

    /**
     * Whether a trace tells that a mutant, in the state of the platform, does the same as the platform: what is wrong with it made
     * no difference wherever the call came to it.
     */
    public boolean cleared(Mutant mutant, State state, Operation operation, Trace trace) {
        return switch (mutant.kind()) {
            case STEP_REMOVED -> {
                int entry = entryOf(mutant);
                yield !trace.changed.get(entry) && !trace.undone.get(entry);
            }
            case LIMIT_OFF -> !trace.off.get(traced.limits(entryOf(mutant)).number(mutants.limit(mutant)));
            case SWAPPED -> mutants.swap(mutant) == Mutants.Swap.OF_BOTH && !trace.swapped.get(entryOf(mutant));
            case KNOWN_BUG ->
                !edited.computeIfAbsent(mutant, this::editedEntries).intersects(trace.reached);
            case PROGRAM_BUG ->
                Ask.callOf(operation) instanceof ProgramCall call
                        && !ofProgram(state, call).contains(mutant);
            case CHECK_REMOVED, ANSWER_REPLACED, ROLL_BACK_DROPPED, FIRST_GROUP_ONLY, NOBODY_TOLD -> false;
        };
    }

    /** Where what a known bug does begins to differ in each procedure that it edits: at an entry, or behind the one before it. */
    @SuppressWarnings("ReferenceEquality") // an edit leaves the other entries as they are
    private BitSet editedEntries(Mutant bug) {
        BitSet entries = new BitSet();
        for (Procedure<?> procedure : procedures(bug)) {
            List<? extends Item<?>> mine = procedure.items();
            List<? extends Item<?>> other =
                    bug.machine().catalogue().find(procedure.name()).items();
            int same = 0;
            while (same < Math.min(mine.size(), other.size()) && mine.get(same) == other.get(same)) {
                same++;
            }
            int first = traced.entry(procedure.name().text(), 0);
            entries.set(first + Math.max(0, same - 1), first + Math.min(mine.size(), same + 1));
        }
        return entries;
    }

    /** The bugs that make another program of the one that a call is about. */
    private Set<Mutant> ofProgram(State state, ProgramCall call) {
        return byProgram.computeIfAbsent(Programs.idOf(state, call).orElse(""), program -> ofPrograms.stream()
                .filter(bug -> Mutants.concerns(bug, Set.of(program)))
                .collect(Collectors.toSet()));
    }
}
