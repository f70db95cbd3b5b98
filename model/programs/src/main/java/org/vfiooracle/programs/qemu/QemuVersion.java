// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.qemu;

import java.util.Comparator;
import java.util.Optional;

/** A release of QEMU: {@code 7.2}. */
public record QemuVersion(int major, int minor) implements Comparable<QemuVersion> {
    private static final Comparator<QemuVersion> ORDER =
            Comparator.comparingInt(QemuVersion::major).thenComparingInt(QemuVersion::minor);

    /** Reads {@code 7.2}; empty when it is no version. */
    public static Optional<QemuVersion> parse(String text) {
        if (!text.matches("[0-9]{1,2}\\.[0-9]{1,2}")) {
            return Optional.empty();
        }
        String[] parts = text.split("\\.", -1);
        return Optional.of(new QemuVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
    }

    /** Whether this is {@code major.minor} or later. */
    public boolean since(int major, int minor) {
        return compareTo(new QemuVersion(major, minor)) >= 0;
    }

    @Override
    public int compareTo(QemuVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
