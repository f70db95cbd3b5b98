// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.explore;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.generator.alphabet.Ask;

/** Collects how much memory is locked after some call. */
public final class LockedAmounts implements Watcher {
    private final SortedSet<Long> pages = new TreeSet<>();

    /** The amounts, in host pages. */
    public SortedSet<Long> pages() {
        return Collections.unmodifiableSortedSet(pages);
    }

    @Override
    public Part part() {
        return new Sight();
    }

    @Override
    public void add(Part part) {
        pages.addAll(((Sight) part).seen);
    }

    private static final class Sight implements Part {
        private final SortedSet<Long> seen = new TreeSet<>();

        @Override
        public void transition(Place place, int index, Ask ask, Transition transition) {
            if (transition.outcome().lockedPages() > 0) {
                seen.add(transition.outcome().lockedPages());
            }
        }
    }
}
