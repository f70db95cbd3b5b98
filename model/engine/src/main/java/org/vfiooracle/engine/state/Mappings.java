// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The mappings of a Type1 container in order of bus address, of which no two meet. They never change, and share what they
 * can with those that they were made from.
 */
public final class Mappings extends AbstractList<Mapping> {
    private static final Mappings NONE = new Mappings(SharedMap.in(Long::compareUnsigned), 0);

    private final SharedMap<Long, Mapping> byAddress;
    private final long mapped;

    private Mappings(SharedMap<Long, Mapping> byAddress, long mapped) {
        this.byAddress = byAddress;
        this.mapped = mapped;
    }

    /** Bytes that are mapped. */
    public long mapped() {
        return mapped;
    }

    /** Returns these mappings. */
    static Mappings of(List<Mapping> mappings) {
        Mappings all = NONE;
        for (Mapping mapping : mappings) {
            all = all.with(mapping);
        }
        return all;
    }

    /** Returns those that have an address in common with {@code size} bytes from {@code iova}. */
    List<Mapping> meeting(long iova, long size) {
        List<Mapping> met = new ArrayList<>();
        Iterator<Map.Entry<Long, Mapping>> near = byAddress.around(iova);
        while (near.hasNext()) {
            Mapping mapping = near.next().getValue();
            if (mapping.meets(iova, size)) {
                met.add(mapping);
            } else if (!mapping.startsBefore(iova)) {
                break;
            }
        }
        return met;
    }

    /** Returns these with {@code mapping} in place of the one with the same first address, or added. */
    Mappings with(Mapping mapping) {
        return new Mappings(byAddress.with(mapping.iova(), mapping), mapped - bytesAt(mapping.iova()) + mapping.size());
    }

    /** Returns these without the one that begins where {@code mapping} does. */
    Mappings without(Mapping mapping) {
        return new Mappings(byAddress.without(mapping.iova()), mapped - bytesAt(mapping.iova()));
    }

    private long bytesAt(long iova) {
        Mapping there = byAddress.get(iova);
        return there == null ? 0 : there.size();
    }

    @Override
    public Mapping get(int index) {
        return byAddress.list().get(index);
    }

    @Override
    public int size() {
        return byAddress.size();
    }

    @Override
    public Iterator<Mapping> iterator() {
        return byAddress.values().iterator();
    }
}
