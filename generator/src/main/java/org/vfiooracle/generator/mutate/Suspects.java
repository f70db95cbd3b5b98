// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.mutate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.engine.procedure.Catalogue;
import org.vfiooracle.generator.alphabet.Ask;

/** Which mutants may answer a call otherwise, as its trace tells: those about entries that the call came to. */
public final class Suspects {
    private final Traced traced;
    private final Mutants mutants;
    private final Map<Integer, List<Mutant>> byEntry = new HashMap<>();
    private final List<Mutant> ofPrograms = new ArrayList<>();

    /** Looks at {@code some} of the mutants of the machine that is traced. */
    public Suspects(Traced traced, Mutants mutants, Collection<Mutant> some) {
        this.traced = traced;
        this.mutants = mutants;
        for (Mutant mutant : some) {
            if (mutant.kind() == Mutant.Kind.PROGRAM_BUG) {
                ofPrograms.add(mutant);
            } else if (mutant.entry() >= 0) {
                byEntry.computeIfAbsent(traced.entry(mutant.place(), mutant.entry()), e -> new ArrayList<>())
                        .add(mutant);
            } else {
                entriesOf(mutant).forEach(entry -> byEntry.computeIfAbsent(entry, e -> new ArrayList<>())
                        .add(mutant));
            }
        }
    }

    /** A known bug may show in all procedures that it edits: in whatever comes to the first entry of one. */
    private List<Integer> entriesOf(Mutant mutant) {
        Catalogue mine = mutants.machine().catalogue();
        Set<String> edited = mine.differences(mutant.machine().catalogue());
        return edited.stream()
                .filter(name -> mine.all().stream()
                        .anyMatch(procedure -> procedure.name().text().equals(name)
                                && !procedure.items().isEmpty()))
                .map(name -> traced.entry(name, 0))
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
            case SWAPPED -> mutants.betweenChecks(mutant) ? trace.both.get(entry) : true;
            case FIRST_GROUP_ONLY -> trace.several.get(entry);
            case NOBODY_TOLD -> trace.told.get(entry);
            case LIMIT_OFF -> traced.looksAt(entry, mutants.bound(mutant));
            case STEP_REMOVED, KNOWN_BUG, PROGRAM_BUG -> true;
        };
    }
}
