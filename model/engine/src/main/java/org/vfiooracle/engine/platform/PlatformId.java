// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.platform;

import java.util.Set;

/**
 * The one name of a platform: {@code <generation>-linux-<release>-<page>}, as in {@code phb4-linux-6.12-4k}.
 *
 * @param generation hardware, as a profile names it
 * @param release kernel release; without a point release it means the one that the profile pins
 * @param page host page size, {@code 4k} or {@code 64k}
 */
public record PlatformId(String generation, Release release, String page) implements Comparable<PlatformId> {
    private static final String LINUX = "-linux-";
    private static final Set<String> PAGES = Set.of("4k", "64k");

    /**
     * Reads a platform id.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    public static PlatformId parse(String text) {
        int linux = text.indexOf(LINUX);
        int page = text.lastIndexOf('-') + 1;
        if (linux < 1
                || page < linux + LINUX.length()
                || !PAGES.contains(text.substring(page))
                || !text.chars().limit(linux).allMatch(PlatformId::mayName)) {
            throw malformed(text);
        }
        try {
            Release release = Release.parse(text.substring(linux + LINUX.length(), page - 1));
            return new PlatformId(text.substring(0, linux), release, text.substring(page));
        } catch (IllegalArgumentException e) {
            throw malformed(text);
        }
    }

    private static boolean mayName(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException("expected a platform such as phb4-linux-6.12-4k, found \"" + text + "\"");
    }

    /** The binary logarithm of the host page size. */
    public int pageShift() {
        return page.equals("4k") ? 12 : 16;
    }

    /** The order of the names as text, in which what stands between their parts comes before what may be in a part. */
    @Override
    public int compareTo(PlatformId other) {
        int generations = generation.compareTo(other.generation);
        if (generations != 0) {
            return generations;
        }
        int releases = release.equals(other.release) ? 0 : release.toString().compareTo(other.release.toString());
        return releases != 0 ? releases : page.compareTo(other.page);
    }

    /** Written out, as that of {@link Release}: every command compares platforms, and what a record is given is slow to make. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PlatformId id
                && generation.equals(id.generation)
                && release.equals(id.release)
                && page.equals(id.page);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * generation.hashCode() + release.hashCode()) + page.hashCode();
    }

    @Override
    public String toString() {
        return generation + "-linux-" + release + "-" + page;
    }
}
