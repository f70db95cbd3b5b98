// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.facts;

import java.util.List;
import org.vfiooracle.advice.bugs.KnownBug;
import org.vfiooracle.advice.bugs.KnownBugs;

/**
 * Bugs that stand on one page.
 *
 * @param file the name of the page, without what tells the format
 * @param title what the page is called
 * @param bugs its bugs
 */
public record BugChapter(String file, String title, List<KnownBug> bugs) {
    public BugChapter {
        bugs = List.copyOf(bugs);
    }

    /** Returns the chapters of the list of known bugs, in order. */
    public static List<BugChapter> of(KnownBugs known) {
        return List.of(
                new BugChapter("kernel-fixed", "The kernel: fixed, or changed on purpose", kernel(known, false)),
                new BugChapter("kernel-latent", "The kernel: not fixed", kernel(known, true)),
                new BugChapter("surprises", "Where real kernels surprise", known.surprises()),
                new BugChapter("qemu", "QEMU", known.qemu()),
                new BugChapter("other-programs", "Other programs", known.programs()));
    }

    private static List<KnownBug> kernel(KnownBugs known, boolean latent) {
        return known.bugs().stream()
                .filter(bug -> bug.kind().equals("latent") == latent)
                .toList();
    }
}
