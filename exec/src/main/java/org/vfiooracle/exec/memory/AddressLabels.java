// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.memory;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Addresses as a person reads them. The model counts from a round number below the memory of a program, which lies elsewhere in
 * each run. A person counts from the page of the first address that the program names in it, and so reads the same in each run.
 */
public final class AddressLabels {
    private static final Pattern PLACE = Pattern.compile("\\b(B[0-9]+)\\+0x([0-9a-f]+)");

    private final long page;
    private final Map<String, NavigableMap<Long, String>> origins = new TreeMap<>();

    /** Labels of a program whose pages have this many bytes; none yet. */
    public AddressLabels(long page) {
        this.page = page;
    }

    /**
     * Takes notice of a place that a call names. What lies before all places that were named before gets a label of its own.
     *
     * @return the new label, if there is one
     */
    public Optional<String> named(String buffer, long offset) {
        NavigableMap<Long, String> known = origins.computeIfAbsent(buffer, any -> new TreeMap<>());
        if (known.floorKey(offset) != null) {
            return Optional.empty();
        }
        String label = buffer + letters(known.size());
        known.put(origin(offset), label);
        return Optional.of(label);
    }

    /** Returns the beginning of the page of an address, which is where a label begins. */
    public long origin(long address) {
        return address & -page;
    }

    /** Returns a text with the places in it as a person reads them. */
    public String shown(String text) {
        return !text.contains("+0x") // most have none, and looking closer costs more
                ? text
                : PLACE.matcher(text)
                        .replaceAll(found -> place(found.group(1), Long.parseUnsignedLong(found.group(2), 16)));
    }

    private String place(String buffer, long offset) {
        Map.Entry<Long, String> from =
                origins.getOrDefault(buffer, new TreeMap<>()).floorEntry(offset);
        long within = from == null ? offset : offset - from.getKey();
        String label = from == null ? buffer : from.getValue();
        return within == 0 ? label : label + "+0x" + Long.toHexString(within);
    }

    /** Nothing, a, b, ..., z, aa, ... */
    private static String letters(int number) {
        return number == 0 ? "" : letters((number - 1) / 26) + (char) ('a' + (number - 1) % 26);
    }
}
