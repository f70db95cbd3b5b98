// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.naming;

import java.util.List;
import java.util.stream.Stream;
import org.vfiooracle.contract.platforms.GenerationFacts;

/** What people call a hardware generation. */
public final class HardwareNames {
    private HardwareNames() {}

    /** Returns all names by which people may call it: its own, further ones, and that of the emulated machine. */
    public static List<String> of(GenerationFacts generation) {
        return Stream.of(Stream.of(generation.name()), generation.alsoCalled().stream(), generation.machine().stream())
                .flatMap(names -> names)
                .distinct()
                .toList();
    }

    /** Tells whether people call it {@code word}; capitals do not matter. */
    static boolean isCalled(GenerationFacts generation, String word) {
        return of(generation).stream().anyMatch(name -> name.equalsIgnoreCase(word));
    }
}
