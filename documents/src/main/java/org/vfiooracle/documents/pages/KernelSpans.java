// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vfiooracle.engine.platform.Release;

/**
 * Kernels in few words: {@code 4.12..6.12 (powernv8, powernv9), 6.12 with 4k (powernv10)}. A range runs over the kernels that are
 * known of a machine or a generation, and says nothing of others between its ends.
 */
final class KernelSpans {
    /**
     * A kernel of a machine or of a generation.
     *
     * @param where the machine or the generation
     * @param page size of a page, such as {@code 64k}
     */
    record Kernel(String where, Release release, String page) {}

    private final SortedMap<String, SortedMap<Release, SortedSet<String>>> known;

    /** Knows these kernels; the ranges run over them. */
    KernelSpans(Collection<Kernel> known) {
        this.known = byPlace(known);
    }

    /** Returns some of them in words; empty where there are none. */
    String of(Collection<Kernel> some) {
        Map<String, List<String>> alike = new LinkedHashMap<>();
        byPlace(some).forEach((where, pages) -> alike.computeIfAbsent(
                        spans(known.getOrDefault(where, new TreeMap<>()), pages), text -> new ArrayList<>())
                .add(where));
        List<String> texts = new ArrayList<>();
        alike.forEach((spans, places) -> texts.add(spans + " (" + String.join(", ", places) + ")"));
        return String.join("; ", texts);
    }

    /** Returns one line for each machine or generation: its name, and its kernels without ranges. */
    List<String> all() {
        List<String> lines = new ArrayList<>();
        known.forEach((where, kernels) -> {
            List<String> texts = new ArrayList<>();
            kernels.forEach((release, pages) -> texts.add(release + " with " + String.join(" and ", pages)));
            lines.add("- " + where + ": " + String.join(", ", texts));
        });
        return lines;
    }

    private static String spans(
            SortedMap<Release, SortedSet<String>> known, SortedMap<Release, SortedSet<String>> some) {
        List<String> spans = new ArrayList<>();
        List<Release> run = new ArrayList<>();
        known.forEach((release, pages) -> {
            SortedSet<String> here = some.getOrDefault(release, new TreeSet<>());
            if (here.equals(pages)) {
                run.add(release);
                return;
            }
            end(run, spans);
            if (!here.isEmpty()) {
                spans.add(release.series() + " with " + String.join(" and ", here));
            }
        });
        end(run, spans);
        return String.join(", ", spans);
    }

    private static void end(List<Release> run, List<String> spans) {
        if (!run.isEmpty()) {
            Release first = run.get(0).series();
            Release last = run.get(run.size() - 1).series();
            spans.add(first.equals(last) ? first.toString() : first + ".." + last);
            run.clear();
        }
    }

    private static SortedMap<String, SortedMap<Release, SortedSet<String>>> byPlace(Collection<Kernel> kernels) {
        SortedMap<String, SortedMap<Release, SortedSet<String>>> places = new TreeMap<>();
        kernels.forEach(kernel -> places.computeIfAbsent(kernel.where(), where -> new TreeMap<>())
                .computeIfAbsent(kernel.release(), release -> new TreeSet<>())
                .add(kernel.page()));
        return places;
    }
}
