// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.platform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one name of a platform: {@code <generation>-linux-<release>-<page>}, as in {@code phb4-linux-6.12-4k}.
 *
 * @param generation hardware, as a profile names it
 * @param release kernel release; without a point release it means the one that the profile pins
 * @param page host page size, {@code 4k} or {@code 64k}
 */
public record PlatformId(String generation, Release release, String page) implements Comparable<PlatformId> {
    private static final Pattern FORM = Pattern.compile("([a-z0-9]+)-linux-([0-9.]+)-(4k|64k)");

    /**
     * Reads a platform id.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    public static PlatformId parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "expected a platform such as phb4-linux-6.12-4k, found \"" + text + "\"");
        }
        return new PlatformId(form.group(1), Release.parse(form.group(2)), form.group(3));
    }

    /** The binary logarithm of the host page size. */
    public int pageShift() {
        return page.equals("4k") ? 12 : 16;
    }

    @Override
    public int compareTo(PlatformId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return generation + "-linux-" + release + "-" + page;
    }
}
