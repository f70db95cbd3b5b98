// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.observation;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The parts of a case that somebody really sees. What is not in here is "not compared" and never counts as agreeing.
 *
 * @param parts in the order of {@link Part}
 */
public record Observes(SortedSet<Part> parts) {
    /** Everything, as the model sees itself. */
    public static final Observes ALL = new Observes(EnumSet.allOf(Part.class));

    public Observes {
        parts = Collections.unmodifiableSortedSet(new TreeSet<>(parts));
    }

    private Observes(Collection<Part> parts) {
        this(new TreeSet<>(parts));
    }

    /** Returns exactly these parts. */
    public static Observes of(Part... parts) {
        return new Observes(Arrays.asList(parts));
    }

    /** Whether the part is seen. */
    public boolean sees(Part part) {
        return parts.contains(part);
    }

    /** Returns the parts that are seen and that {@code strictness} asks for. */
    public Observes within(Strictness strictness) {
        SortedSet<Part> both = new TreeSet<>(parts);
        both.retainAll(strictness.parts());
        return new Observes(both);
    }

    /** Returns these parts except one. */
    public Observes without(Part part) {
        SortedSet<Part> rest = new TreeSet<>(parts);
        rest.remove(part);
        return new Observes(rest);
    }

    /** The parts that are not in here; calls of programs are not missed, since who sees none answers no such case. */
    public List<Part> others() {
        return Arrays.stream(Part.values())
                .filter(part -> part != Part.CALLS && !sees(part))
                .toList();
    }

    /** The names of the parts, as an adapter announces them. */
    public List<String> keys() {
        return parts.stream().map(Part::key).toList();
    }
}
