// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.platforms;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
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
        SortedSet<Release> series) {}
