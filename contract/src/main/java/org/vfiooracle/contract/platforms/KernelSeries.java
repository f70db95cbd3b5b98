// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.platforms;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vfiooracle.engine.platform.Release;
import org.vfiooracle.engine.platform.Releases;

/** The series {@code major.minor} in which Linux was released. */
final class KernelSeries {
    /** The last minor number of each major number that has ended; a later number began the next. */
    private static final SortedMap<Integer, Integer> LAST =
            Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(3, 19, 4, 20, 5, 19, 6, 19)));

    private KernelSeries() {}

    /** Returns why there is no such series; empty when there is, or may be one day. */
    static Optional<String> refusal(Release release) {
        Integer last = LAST.get(release.major());
        if (last == null || release.minor() <= last) {
            return Optional.empty();
        }
        return Optional.of("after Linux " + release.major() + "." + last + " came " + (release.major() + 1) + ".0");
    }

    /**
     * Returns every series of a range.
     *
     * @throws IllegalArgumentException when it has no beginning or no end, or one of them is no series
     */
    static SortedSet<Release> in(Releases range) {
        if (range.from().isEmpty() || range.to().isEmpty()) {
            throw new IllegalArgumentException("expected a range of kernel series with both ends, found " + range);
        }
        return between(range.from().get().series(), range.to().get().series());
    }

    private static SortedSet<Release> between(Release first, Release last) {
        if (refusal(first).or(() -> refusal(last)).isPresent() || last.compareTo(first) < 0) {
            throw new IllegalArgumentException("expected a range of kernel series, found " + first + ".." + last);
        }
        SortedSet<Release> all = new TreeSet<>();
        for (Release next = first; next.compareTo(last) <= 0; next = after(next)) {
            all.add(next);
        }
        return all;
    }

    private static Release after(Release series) {
        Integer last = LAST.get(series.major());
        return last != null && series.minor() == last
                ? Release.parse((series.major() + 1) + ".0")
                : Release.parse(series.major() + "." + (series.minor() + 1));
    }
}
