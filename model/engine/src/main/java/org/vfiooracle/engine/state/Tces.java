// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.engine.operation.Address;

/** The live entries of a TCE table, as runs of bus addresses; immutable. */
public final class Tces {
    /** A table without live entries. */
    public static final Tces NONE = new Tces(SharedMap.in(Comparator.naturalOrder()), 0);

    private final SharedMap<Long, Run> runs;
    /** Bytes that are mapped: counted, since who shows a state after each call must not go through all runs each time. */
    private final long mapped;

    private Tces(SharedMap<Long, Run> runs, long mapped) {
        this.runs = runs;
        this.mapped = mapped;
    }

    /**
     * Consecutive entries that point to consecutive memory.
     *
     * @param iova bus address of the first byte
     * @param size bytes
     * @param vaddr where the process sees that memory
     * @param flags 1 the device may read, 2 it may write
     * @param region the registered memory it is accounted to; empty for v1
     */
    public record Run(long iova, long size, Address vaddr, long flags, Optional<Region.Key> region) {
        private Run clip(long from, long to) {
            return new Run(from, to - from, vaddr.plus(from - iova), flags, region);
        }

        private boolean continues(Run before) {
            return before.iova + before.size == iova
                    && before.flags == flags
                    && before.region.equals(region)
                    && before.vaddr.plus(before.size).equals(vaddr);
        }
    }

    /** The runs in order of bus address. */
    public Collection<Run> runs() {
        return runs.list();
    }

    /** Bytes that are mapped. */
    public long mapped() {
        return mapped;
    }

    /** Whether nothing is mapped. */
    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /** Returns the parts of the runs that lie in {@code size} bytes from {@code iova}. */
    public List<Run> within(long iova, long size) {
        List<Run> found = new ArrayList<>();
        for (Run run : near(iova, size)) {
            long from = Math.max(run.iova, iova);
            long to = Math.min(run.iova + run.size, iova + size);
            if (from < to) {
                found.add(run.clip(from, to));
            }
        }
        return found;
    }

    /** The runs that begin in a range, and the last one that begins before it. */
    private List<Run> near(long iova, long size) {
        List<Run> found = new ArrayList<>();
        Iterator<Map.Entry<Long, Run>> runsFromThere = runs.around(iova);
        while (runsFromThere.hasNext()) {
            Run run = runsFromThere.next().getValue();
            if (run.iova >= iova && run.iova >= iova + size) {
                break;
            }
            found.add(run);
        }
        return found;
    }

    /** Returns this table without the entries in {@code size} bytes from {@code iova}. */
    public Tces without(long iova, long size) {
        SharedMap<Long, Run> next = runs;
        long left = mapped;
        for (Run run : near(iova, size)) {
            long end = run.iova + run.size;
            if (end <= iova || run.iova >= iova + size) {
                continue;
            }
            left -= Math.min(end, iova + size) - Math.max(run.iova, iova);
            next = run.iova < iova ? next.with(run.iova, run.clip(run.iova, iova)) : next.without(run.iova);
            if (end > iova + size) {
                next = next.with(iova + size, run.clip(iova + size, end));
            }
        }
        return new Tces(next, left);
    }

    /** Returns this table with {@code run} written over what was there. */
    public Tces with(Run run) {
        Tces rest = without(run.iova, run.size);
        SharedMap<Long, Run> next = rest.runs;
        long all = rest.mapped + run.size;
        Iterator<Map.Entry<Long, Run>> near = next.around(run.iova);
        Optional<Run> before = near.hasNext() ? Optional.of(near.next().getValue()) : Optional.empty();
        if (before.isPresent() && run.continues(before.get())) {
            Run b = before.get();
            return new Tces(next.with(b.iova, new Run(b.iova, b.size + run.size, b.vaddr, b.flags, b.region)), all);
        }
        return new Tces(next.with(run.iova, run), all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tces tces && tces.runs.equals(runs);
    }

    @Override
    public int hashCode() {
        return runs.hashCode();
    }

    @Override
    public String toString() {
        return runs.values().toString();
    }
}
