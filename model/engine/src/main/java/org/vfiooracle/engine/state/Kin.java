// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What belongs to one process alone.
 *
 * @param process its limits and memory
 * @param handles its open descriptors, by handle
 * @param regions its preregistered memory, oldest first
 */
public record Kin(Process process, SortedMap<String, Handle> handles, MemoryList<Region> regions) {
    public Kin {
        handles = SharedMap.of(handles);
    }

    /** Makes what belongs to a process out of any list of its memory. */
    public Kin(Process process, SortedMap<String, Handle> handles, List<Region> regions) {
        this(process, handles, MemoryList.of(regions, Region::key));
    }

    /** Whether a descriptor or a mapping of it stands for an open file. */
    boolean refersTo(Handle file) {
        return handles.containsValue(file) || process.devices().containsValue(file);
    }

    /** Returns this after its end. */
    public Kin ended() {
        return new Kin(process.ended(), new TreeMap<>(), regions);
    }

    /** Returns a child of this: the same descriptors and buffers, nothing locked, nothing registered. */
    public Kin child() {
        return new Kin(process.locking(-process.lockedPages()), handles, List.of());
    }
}
