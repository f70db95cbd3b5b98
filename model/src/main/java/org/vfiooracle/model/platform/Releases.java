// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A set of kernel releases: from one series to another, both inclusive, without the stable releases that have a backport.
 *
 * @param from first series, or empty for the beginning
 * @param to last series, or empty for no end
 * @param fixedAt point release of a stable series from which on the set ends early
 */
public record Releases(Optional<Release> from, Optional<Release> to, Map<Release, Integer> fixedAt) {
    /** Every release. */
    public static final Releases ALL = new Releases(Optional.empty(), Optional.empty(), Map.of());

    public Releases {
        fixedAt = Map.copyOf(fixedAt);
    }

    /** Returns the releases from {@code first} on. */
    public static Releases from(String first) {
        return new Releases(Optional.of(Release.parse(first)), Optional.empty(), Map.of());
    }

    /** Returns the releases to {@code last}, inclusive. */
    public static Releases to(String last) {
        return new Releases(Optional.empty(), Optional.of(Release.parse(last)), Map.of());
    }

    /** Returns the releases from {@code first} to {@code last}, both inclusive. */
    public static Releases between(String first, String last) {
        return new Releases(Optional.of(Release.parse(first)), Optional.of(Release.parse(last)), Map.of());
    }

    /** Returns these releases, except stable series {@code series} from point release {@code point} on. */
    public Releases fixedIn(String series, int point) {
        Map<Release, Integer> more = new TreeMap<>(fixedAt);
        more.put(Release.parse(series), point);
        return new Releases(from, to, more);
    }

    /** Tells whether {@code release} is one of these. */
    public boolean contains(Release release) {
        Release series = release.series();
        boolean late = from.isPresent() && before(release, from.get());
        boolean gone = to.isPresent() && before(to.get(), to.get().pointed() ? release : series);
        Integer fix = fixedAt.get(series);
        return !late && !gone && (fix == null || release.point() < fix);
    }

    private static boolean before(Release a, Release b) {
        return a.compareTo(b) < 0;
    }

    /** Returns the ranges as text: {@code 4.2..4.11}, {@code 6.4..}, {@code all}. */
    @Override
    public String toString() {
        if (from.isEmpty() && to.isEmpty()) {
            return "all";
        }
        String text = from.map(Release::toString).orElse("") + ".."
                + to.map(Release::toString).orElse("");
        List<String> fixes = new TreeMap<>(fixedAt)
                .entrySet().stream().map(e -> e.getKey() + "." + e.getValue()).toList();
        return fixes.isEmpty() ? text : text + " (fixed in " + String.join(", ", fixes) + ")";
    }
}
