// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.spelling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The names that someone may have meant; none where none is near. */
public final class Nearest {
    /** What has less in common than this is not near. */
    private static final double NEAR = 0.4;

    /** What has so much less in common than the nearest was not meant. */
    private static final double FURTHER = 0.2;

    private static final int SHOWN = 3;

    private Nearest() {}

    /** Returns up to three of {@code names}, the most similar first, and in order of name where they are equally so. */
    public static List<String> to(String typed, Collection<String> names) {
        return to(typed, names.stream().distinct().sorted().toList(), Function.identity(), SHOWN);
    }

    /**
     * Returns what has a name that is near, the most similar first, and in the order given where they are equally so. What
     * has the very name, but for capitals and signs, stands alone.
     *
     * @param count the most that are returned
     */
    public static <T> List<T> to(String typed, Collection<T> things, Function<T, String> name, int count) {
        List<Near<T>> all = new ArrayList<>();
        things.forEach(thing -> all.add(new Near<>(thing, Likeness.of(typed, name.apply(thing)))));
        all.sort(Comparator.comparingDouble(near -> -near.likeness()));
        double best = all.isEmpty() ? 0 : all.get(0).likeness();
        double least = best == 1 ? 1 : Math.max(NEAR, best - FURTHER);
        return all.stream()
                .filter(near -> near.likeness() >= least)
                .limit(count)
                .map(Near::thing)
                .toList();
    }

    /** Returns the sentence that offers the nearest of {@code names}, or nothing when none is near. */
    public static String hint(String typed, Collection<String> names) {
        List<String> nearest = to(typed, names);
        return nearest.isEmpty() ? "" : "did you mean " + String.join(", ", nearest) + "?";
    }

    private record Near<T>(T thing, double likeness) {}
}
