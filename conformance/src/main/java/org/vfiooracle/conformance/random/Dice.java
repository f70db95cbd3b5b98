// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.random;

import java.util.List;
import java.util.SplittableRandom;

/** Where chance comes from: the same seed gives the same numbers everywhere. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A number from 0 up to, not including, {@code bound}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** True in {@code percent} of 100 throws. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** One of {@code choices}, all alike likely. */
    @SafeVarargs
    final <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** One of {@code choices}, all alike likely. */
    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
