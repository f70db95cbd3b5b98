// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.dpdk;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** A release of DPDK, which is named after year and month: {@code 17.05}. */
record DpdkVersion(int year, int month) implements Comparable<DpdkVersion> {
    private static final Comparator<DpdkVersion> ORDER =
            Comparator.comparingInt(DpdkVersion::year).thenComparingInt(DpdkVersion::month);

    /** Reads {@code 17.05}; empty when it is no version. */
    static Optional<DpdkVersion> parse(String text) {
        return text.matches("[0-9]{2}\\.(02|03|05|07|08|11)")
                ? Optional.of(
                        new DpdkVersion(Integer.parseInt(text.substring(0, 2)), Integer.parseInt(text.substring(3))))
                : Optional.empty();
    }

    boolean since(int otherYear, int otherMonth) {
        return compareTo(new DpdkVersion(otherYear, otherMonth)) >= 0;
    }

    @Override
    public int compareTo(DpdkVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%02d.%02d", year, month);
    }
}
