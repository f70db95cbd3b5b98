// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A set of kernel releases: from one series to another, both inclusive, without the stable releases that have a backport
 * of what ended it, and with those that have a backport of what began it.
 *
 * @param from first series, or empty for the beginning
 * @param to last series, or empty for no end
 * @param fixedAt point release of a stable series from which on the set ends early
 * @param sinceAt point release of a stable series from which on it is in the set though the range is not
 */
public record Releases(
        Optional<Release> from, Optional<Release> to, Map<Release, Integer> fixedAt, Map<Release, Integer> sinceAt) {
    /** Every release. */
    public static final Releases ALL = new Releases(Optional.empty(), Optional.empty());

    public Releases {
        fixedAt = Map.copyOf(fixedAt);
        sinceAt = Map.copyOf(sinceAt);
    }

    /** Makes a range without backports. */
    public Releases(Optional<Release> from, Optional<Release> to) {
        this(from, to, Map.of(), Map.of());
    }

    /** Returns the releases from {@code first} on. */
    public static Releases from(String first) {
        return new Releases(Optional.of(Release.parse(first)), Optional.empty());
    }

    /** Returns the releases to {@code last}, inclusive. */
    public static Releases to(String last) {
        return new Releases(Optional.empty(), Optional.of(Release.parse(last)));
    }

    /** Returns the releases from {@code first} to {@code last}, both inclusive. */
    public static Releases between(String first, String last) {
        return new Releases(Optional.of(Release.parse(first)), Optional.of(Release.parse(last)));
    }

    /** Returns these releases, except stable series {@code series} from point release {@code point} on. */
    public Releases fixedIn(String series, int point) {
        return new Releases(from, to, more(fixedAt, series, point), sinceAt);
    }

    /** Returns these releases, and of stable series {@code series} those from point release {@code point} on. */
    public Releases backportedTo(String series, int point) {
        return new Releases(from, to, fixedAt, more(sinceAt, series, point));
    }

    /** Returns the releases that are among these and among {@code others}; a backport of either counts. */
    public Releases and(Releases others) {
        Map<Release, Integer> fixed = new TreeMap<>(fixedAt);
        fixed.putAll(others.fixedAt);
        Map<Release, Integer> since = new TreeMap<>(sinceAt);
        since.putAll(others.sinceAt);
        return new Releases(end(from, others.from, 1), end(to, others.to, -1), fixed, since);
    }

    /** Tells whether these are all releases there are. */
    public boolean all() {
        return from.isEmpty() && to.isEmpty() && fixedAt.isEmpty() && sinceAt.isEmpty();
    }

    /** Tells whether there is any series from the first of these to the last. */
    public boolean some() {
        return from.isEmpty() || to.isEmpty() || !before(to.get(), from.get().series());
    }

    /** Tells whether {@code release} is one of these. */
    public boolean contains(Release release) {
        Release series = release.series();
        boolean late = from.isPresent() && before(release, from.get());
        boolean gone = to.isPresent() && before(to.get(), to.get().pointed() ? release : series);
        Integer fix = fixedAt.isEmpty() ? null : fixedAt.get(series);
        Integer since = sinceAt.isEmpty() ? null : sinceAt.get(series);
        boolean backported = since != null && release.point() >= since;
        return (backported || !late && !gone) && (fix == null || release.point() < fix);
    }

    /** The later of two beginnings ({@code sign} 1), or the earlier of two ends (-1). */
    private static Optional<Release> end(Optional<Release> one, Optional<Release> other, int sign) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return sign * one.get().compareTo(other.get()) >= 0 ? one : other;
    }

    private static Map<Release, Integer> more(Map<Release, Integer> points, String series, int point) {
        Map<Release, Integer> more = new TreeMap<>(points);
        more.put(Release.parse(series), point);
        return more;
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
        String text = from.equals(to)
                ? from.get().toString()
                : from.map(Release::toString).orElse("") + ".."
                        + to.map(Release::toString).orElse("");
        return text + told(" (fixed in ", fixedAt) + told(" (backported to ", sinceAt);
    }

    private static String told(String what, Map<Release, Integer> points) {
        List<String> releases = new TreeMap<>(points)
                .entrySet().stream().map(e -> e.getKey() + "." + e.getValue()).toList();
        return releases.isEmpty() ? "" : what + String.join(", ", releases) + ")";
    }
}
