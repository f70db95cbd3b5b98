// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.strength;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.generator.mutate.Mutant;
import org.vfiooracle.generator.suite.Cover;

/**
 * What the recorded cases of a platform catch, as it is kept.
 *
 * @param platform the platform
 * @param stamp what it was measured with, see {@link Stamp}
 * @param cases how many cases there are
 * @param tallies what became of each kind of mistake
 * @param survivors the ids of the mistakes that no case catches
 * @param curve how much the first cases catch, the most rewarding first
 */
public record MeasuredPlatform(
        PlatformId platform, String stamp, int cases, List<Tally> tallies, List<String> survivors, List<Point> curve) {
    public MeasuredPlatform {
        tallies = List.copyOf(tallies);
        survivors = List.copyOf(survivors);
        curve = List.copyOf(curve);
    }

    /** How many mistakes of a kind there are, and how many of them some case catches. */
    public record Tally(Mutant.Kind kind, int caught, int of) {}

    /** What the first cases come to. */
    public record Point(int cases, int operations, int caught) {}

    /** Returns what is kept of a measurement. */
    public static MeasuredPlatform of(PlatformId platform, String stamp, Strength strength) {
        List<Tally> tallies = new ArrayList<>();
        for (Mutant.Kind kind : Mutant.Kind.values()) {
            Predicate<Strength.Fate> ofKind = fate -> fate.mutant().kind() == kind;
            int of = count(strength, ofKind);
            if (of > 0) {
                tallies.add(new Tally(kind, count(strength, ofKind.and(Strength.Fate::caught)), of));
            }
        }
        return new MeasuredPlatform(
                platform,
                stamp,
                strength.matrix().rows().size(),
                tallies,
                strength.fates().stream()
                        .filter(fate -> !fate.caught())
                        .map(fate -> fate.mutant().id())
                        .toList(),
                Cover.of(strength.matrix().rows(), Cover.Budget.NONE).curve().stream()
                        .map(point -> new Point(point.cases(), point.operations(), point.goals()))
                        .toList());
    }

    private static int count(Strength strength, Predicate<Strength.Fate> which) {
        return (int) strength.fates().stream().filter(which).count();
    }

    /** How many mistakes there are. */
    public int mistakes() {
        return tallies.stream().mapToInt(Tally::of).sum();
    }

    /** How many of them some case catches. */
    public int caught() {
        return tallies.stream().mapToInt(Tally::caught).sum();
    }
}
