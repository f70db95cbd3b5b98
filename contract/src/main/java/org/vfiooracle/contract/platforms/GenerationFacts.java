// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.platforms;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.vfiooracle.engine.platform.Release;

/**
 * What people ask about a hardware generation.
 *
 * @param name how platforms name it
 * @param title what it is
 * @param alsoCalled further names that people use for it
 * @param machine the emulated machine that has it, if there is one
 * @param bigEndian byte order of its kernels
 * @param pageSizes host page sizes of its kernels
 * @param ranges the releases that the model covers, as ranges
 * @param series each of them
 */
public record GenerationFacts(
        String name,
        String title,
        List<String> alsoCalled,
        Optional<String> machine,
        boolean bigEndian,
        List<String> pageSizes,
        List<String> ranges,
        SortedSet<Release> series) {
    /** Returns all names by which people may call it; capitals do not matter. */
    public List<String> names() {
        return Stream.of(Stream.of(name), alsoCalled.stream(), machine.stream())
                .flatMap(names -> names)
                .distinct()
                .toList();
    }

    /** Tells whether people call it {@code word}. */
    public boolean isCalled(String word) {
        return names().stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT)));
    }
}
