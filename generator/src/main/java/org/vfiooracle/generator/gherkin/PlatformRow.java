// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.gherkin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Release;

/** Sets of platforms as the tables of features spell them: {@code ioda2 on 4.2..4.4 6.12 with 64k}. */
final class PlatformRow {
    private PlatformRow() {}

    /** Returns selectors that name {@code some} of {@code all} platforms, one of each generation and page size. */
    static List<String> of(Collection<PlatformId> some, Collection<PlatformId> all) {
        List<String> rows = new ArrayList<>();
        SortedMap<String, SortedSet<PlatformId>> byGeneration = new TreeMap<>();
        some.forEach(id -> byGeneration
                .computeIfAbsent(id.generation(), g -> new TreeSet<>())
                .add(id));
        byGeneration.forEach((generation, ids) -> {
            List<PlatformId> known = all.stream()
                    .filter(id -> id.generation().equals(generation))
                    .toList();
            if (ids.size() == known.size()) {
                rows.add(generation);
                return;
            }
            for (String page : List.of("4k", "64k")) {
                SortedSet<Release> wanted = releases(ids, page);
                if (!wanted.isEmpty()) {
                    boolean others = known.stream().anyMatch(id -> !id.page().equals(page));
                    rows.add(generation + " on " + ranges(wanted, releases(known, page))
                            + (others ? " with " + page : ""));
                }
            }
        });
        return rows;
    }

    private static SortedSet<Release> releases(Collection<PlatformId> ids, String page) {
        SortedSet<Release> releases = new TreeSet<>();
        ids.stream().filter(id -> id.page().equals(page)).forEach(id -> releases.add(id.release()));
        return releases;
    }

    /** Releases that follow each other in {@code known} are a range. */
    private static String ranges(SortedSet<Release> wanted, SortedSet<Release> known) {
        List<String> ranges = new ArrayList<>();
        List<Release> run = new ArrayList<>();
        for (Release release : known) {
            if (wanted.contains(release)) {
                run.add(release);
            } else if (!run.isEmpty()) {
                ranges.add(range(run));
                run.clear();
            }
        }
        if (!run.isEmpty()) {
            ranges.add(range(run));
        }
        return String.join(" ", ranges);
    }

    private static String range(List<Release> run) {
        Release first = run.get(0);
        Release last = run.get(run.size() - 1);
        return first.equals(last) ? first.toString() : first + ".." + last;
    }
}
