// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.strength;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.generator.alphabet.Ask;
import org.vfiooracle.generator.explore.Exploration;
import org.vfiooracle.generator.mutate.Mutant;
import org.vfiooracle.generator.mutate.Mutants;
import org.vfiooracle.generator.mutate.Sighting;
import org.vfiooracle.generator.suite.Campaign;
import org.vfiooracle.generator.suite.MutantAim;

/**
 * What a suite catches of the mistakes that can be made on a platform.
 *
 * @param fates each mutant that something of the platform comes to, with what became of it
 * @param matrix which case catches which
 */
public record Strength(List<Fate> fates, Matrix matrix) {
    public Strength {
        fates = List.copyOf(fates);
    }

    /**
     * What became of a mutant.
     *
     * @param shortest the shortest case that catches it, if one does
     * @param times how many cases catch it
     * @param deeper calls that would catch it, which a search has found; empty where it found none
     * @param reason why it survives, where somebody wrote it down
     */
    public record Fate(
            Mutant mutant,
            Optional<Case> shortest,
            int times,
            List<Operation> deeper,
            Optional<Survivors.Reason> reason) {
        /** Whether the suite catches it. */
        public boolean caught() {
            return shortest.isPresent();
        }

        /** Whether it is neither caught nor explained. */
        public boolean open() {
            return !caught() && reason.isEmpty();
        }
    }

    /** Measures a suite. A second, deeper search looks for calls that catch what it does not. */
    public static Strength of(Campaign campaign, List<Case> suite, Survivors survivors, int depth) {
        MutantAim aim = campaign.mutants();
        Set<String> all = new LinkedHashSet<>();
        campaign.all().forEach(mutant -> all.add(mutant.id()));
        Matrix matrix = Matrix.of(suite, campaign.subject().machine(), campaign::topology, aim, all);
        Map<String, Integer> times = matrix.times();
        Map<String, List<Operation>> deeper = deeper(campaign, aim, times.keySet(), depth);
        Set<String> programs = programs(suite);
        Survivors reasons = survivors.on(campaign.subject().machine().profile().id());
        var shortest = matrix.shortest();
        List<Fate> fates = new ArrayList<>();
        for (Mutant mutant : campaign.all()) {
            boolean concerned = times.containsKey(mutant.id())
                    || aim.asked(mutant) > 0
                            && (mutant.kind() != Mutant.Kind.PROGRAM_BUG || Mutants.concerns(mutant, programs));
            if (concerned) {
                fates.add(new Fate(
                        mutant,
                        Optional.ofNullable(shortest.get(mutant.id())).map(row -> row.performed()),
                        times.getOrDefault(mutant.id(), 0),
                        deeper.getOrDefault(mutant.id(), List.of()),
                        reasons.of(mutant.id())));
            }
        }
        return new Strength(fates, matrix);
    }

    /** The programs that run in cases. */
    private static Set<String> programs(List<Case> suite) {
        Set<String> programs = new TreeSet<>();
        for (Case one : suite) {
            for (Operation operation : one.operations()) {
                if (Ask.callOf(operation) instanceof ProgramCall.Start start) {
                    programs.add(start.program());
                }
            }
        }
        return programs;
    }

    private static Map<String, List<Operation>> deeper(
            Campaign campaign, MutantAim aim, Set<String> caught, int depth) {
        List<Mutant> left = campaign.all().stream()
                .filter(mutant -> !caught.contains(mutant.id()))
                .toList();
        if (depth < 0 || left.isEmpty()) {
            return Map.of();
        }
        MutantAim second = campaign.aimAt(left);
        Exploration exploration = campaign.exploration(depth, List.of(second.watcher()), reached -> {});
        exploration.run();
        aim.addAsked(second);
        Map<String, List<Operation>> found = new LinkedHashMap<>();
        second.witnesses().forEach((id, witnesses) -> {
            Sighting witness = witnesses.get(0);
            found.put(
                    id, exploration.path(witness.state()).then(witness.calls()).operations());
        });
        return found;
    }

    /** How many mutants the suite catches. */
    public long caught() {
        return fates.stream().filter(Fate::caught).count();
    }

    /** The mutants that are neither caught nor explained. */
    public List<Fate> open() {
        return fates.stream().filter(Fate::open).toList();
    }
}
