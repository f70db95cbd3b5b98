// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.facts;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Release;

/**
 * Kernels in few words: {@code 4.12..6.12 (powernv8, powernv9), 6.12 with 4k (powernv10)}. A range runs over the kernels that are
 * known of a machine or a generation, and says nothing of others between its ends.
 */
public final class KernelSpans {
    /**
     * A kernel of a machine or of a generation.
     *
     * @param where the machine or the generation
     * @param page size of a page, such as {@code 64k}
     */
    public record Kernel(String where, Release release, String page) {
        /** Returns the kernel of a platform, which is known of its generation. */
        public static Kernel of(PlatformId platform) {
            return new Kernel(platform.generation(), platform.release(), platform.page());
        }
    }

    /**
     * The same kernels of several machines or generations.
     *
     * @param places the machines or generations, in order
     * @param kernels the kernels, as in {@code 4.12..6.12}
     */
    public record Spans(List<String> places, String kernels) {
        public Spans {
            places = List.copyOf(places);
        }
    }

    private final SortedMap<String, SortedMap<Release, SortedSet<String>>> known;

    /** Knows these kernels; the ranges run over them. */
    public KernelSpans(Collection<Kernel> known) {
        this.known = byPlace(known);
    }

    /** Returns what knows the platforms of a corpus by their generations. */
    public static KernelSpans ofPlatforms(Collection<PlatformId> platforms) {
        return new KernelSpans(platforms.stream().map(Kernel::of).toList());
    }

    /** Returns some of them in words; empty where there are none. */
    public String of(Collection<Kernel> some) {
        return spans(some).stream()
                .map(spans -> spans.kernels() + " (" + String.join(", ", spans.places()) + ")")
                .collect(joining("; "));
    }

    /** Returns some of them, those together that have the same kernels. */
    public List<Spans> spans(Collection<Kernel> some) {
        Map<String, List<String>> alike = new LinkedHashMap<>();
        byPlace(some).forEach((where, pages) -> alike.computeIfAbsent(
                        spans(known.getOrDefault(where, new TreeMap<>()), pages), text -> new ArrayList<>())
                .add(where));
        return alike.entrySet().stream()
                .map(one -> new Spans(one.getValue(), one.getKey()))
                .toList();
    }

    /** Returns one line for each machine or generation: its name, and its kernels without ranges. */
    public List<String> all() {
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
