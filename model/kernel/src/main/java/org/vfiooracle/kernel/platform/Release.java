// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.platform;

import java.util.Comparator;

/** A kernel release {@code major.minor[.point]}; a release without a point stands before all of its point releases. */
public record Release(int major, int minor, int point) implements Comparable<Release> {
    private static final int NO_POINT = -1;
    private static final Comparator<Release> ORDER = Comparator.comparingInt(Release::major)
            .thenComparingInt(Release::minor)
            .thenComparingInt(Release::point);

    /**
     * Reads {@code 6.12} or {@code 6.12.95}.
     *
     * @throws IllegalArgumentException when the text is no release
     */
    public static Release parse(String text) {
        if (!text.matches("[0-9]{1,3}\\.[0-9]{1,4}(\\.[0-9]{1,5})?")) {
            throw new IllegalArgumentException(
                    "expected a kernel release such as 6.12 or 6.12.95, found \"" + text + "\"");
        }
        String[] parts = text.split("\\.", -1);
        return new Release(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                parts.length == 3 ? Integer.parseInt(parts[2]) : NO_POINT);
    }

    /** Whether a point release is given. */
    public boolean pointed() {
        return point != NO_POINT;
    }

    /** Returns {@code major.minor} of this release. */
    public Release series() {
        return new Release(major, minor, NO_POINT);
    }

    @Override
    public int compareTo(Release other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + (pointed() ? "." + point : "");
    }
}
