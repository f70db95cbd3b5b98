// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.platform;

/** A kernel release {@code major.minor[.point]}; a release without a point stands before all of its point releases. */
public record Release(int major, int minor, int point) implements Comparable<Release> {
    private static final int NO_POINT = -1;

    /**
     * Reads {@code 6.12} or {@code 6.12.95}.
     *
     * @throws IllegalArgumentException when the text is no release
     */
    public static Release parse(String text) {
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        int end = second < 0 ? text.length() : second;
        if (first < 0
                || !isNumber(text, 0, first, 3)
                || !isNumber(text, first + 1, end, 4)
                || second >= 0 && !isNumber(text, second + 1, text.length(), 5)) {
            throw new IllegalArgumentException(
                    "expected a kernel release such as 6.12 or 6.12.95, found \"" + text + "\"");
        }
        return new Release(
                Integer.parseInt(text, 0, first, 10),
                Integer.parseInt(text, first + 1, end, 10),
                second < 0 ? NO_POINT : Integer.parseInt(text, second + 1, text.length(), 10));
    }

    private static boolean isNumber(String text, int from, int to, int most) {
        boolean digits = to > from && to - from <= most;
        for (int i = from; i < to && digits; i++) {
            digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digits;
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
        int series = major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
        return series != 0 ? series : Integer.compare(point, other.point);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Release release
                && major == release.major
                && minor == release.minor
                && point == release.point;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * major + minor) + point;
    }

    @Override
    public String toString() {
        return major + "." + minor + (pointed() ? "." + point : "");
    }
}
