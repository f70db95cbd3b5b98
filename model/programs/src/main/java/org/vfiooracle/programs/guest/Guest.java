// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.guest;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The DMA side of a guest.
 *
 * @param offered what its hypervisor offers
 * @param ramBytes its memory, which some versions answer a query with
 * @param bridges its bridges, by ordinal
 */
public record Guest(GuestInterface offered, long ramBytes, SortedMap<Integer, GuestBridge> bridges) {
    public Guest {
        bridges = Collections.unmodifiableSortedMap(new TreeMap<>(bridges));
    }

    /** The bridge of this ordinal. */
    public Optional<GuestBridge> bridge(int index) {
        return Optional.ofNullable(bridges.get(index));
    }

    /** Returns this with a hypervisor that offers something else. */
    public Guest offering(GuestInterface other) {
        return new Guest(other, ramBytes, bridges);
    }

    /** Returns this with another state of a bridge. */
    public Guest with(GuestBridge bridge) {
        SortedMap<Integer, GuestBridge> next = new TreeMap<>(bridges);
        next.put(bridge.index(), bridge);
        return new Guest(offered, ramBytes, next);
    }

    /** The bridge that has the table of this name, as a hypercall finds it. */
    Optional<GuestBridge> holder(long liobn) {
        long found = offered.checksUpperLiobn() ? liobn : liobn & 0xffffffffL;
        return bridges.values().stream()
                .filter(bridge -> bridge.table(found).isPresent())
                .findFirst();
    }
}
