// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The memory of a process at one moment, neighbours with the same access joined.
 *
 * @param mappings in order of address
 */
public record MemoryMap(List<AddressRange> mappings) {
    public MemoryMap {
        mappings = List.copyOf(mappings);
    }

    /** Reads the lines of {@code /proc/PID/maps}. */
    public static MemoryMap parse(List<String> lines) {
        List<AddressRange> joined = new ArrayList<>();
        for (String line : lines) {
            AddressRange next = mapping(line);
            int last = joined.size() - 1;
            if (last >= 0 && next.continues(joined.get(last))) {
                AddressRange before = joined.remove(last);
                next = new AddressRange(before.start(), next.end(), next.readable(), next.writable());
            }
            joined.add(next);
        }
        return new MemoryMap(joined);
    }

    /** Returns what is mapped at an address. */
    public Optional<AddressRange> at(long address) {
        return mappings.stream()
                .filter(mapping -> mapping.readable() || mapping.writable())
                .filter(mapping -> mapping.holds(address))
                .findFirst();
    }

    private static AddressRange mapping(String line) {
        int dash = line.indexOf('-');
        int space = line.indexOf(' ');
        return new AddressRange(
                Long.parseUnsignedLong(line.substring(0, dash), 16),
                Long.parseUnsignedLong(line.substring(dash + 1, space), 16),
                line.charAt(space + 1) == 'r',
                line.charAt(space + 2) == 'w');
    }
}
