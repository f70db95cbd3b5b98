// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.corpus.evidence.Ledger;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.documents.facts.AskedKernel;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.protocol.message.Announcement;
import org.vfiooracle.reports.allure.AreaTitle;
import org.vfiooracle.site.facts.SiteFacts;
import org.vfiooracle.site.html.Frame;
import org.vfiooracle.site.html.Link;
import org.vfiooracle.site.html.Links;
import org.vfiooracle.site.html.SiteFolder;
import org.vfiooracle.site.search.SearchIndex;

/** Writes the page that tells how far implementations and real kernels agree with the corpus, by area. */
public final class ConformancePage {
    private static final String PATH = "conformance.html";

    private final SiteFacts site;
    private final List<String> areas;

    private ConformancePage(SiteFacts site) {
        this.site = site;
        this.areas = List.copyOf(site.areas().keySet());
    }

    /** Writes it. */
    public static void write(SiteFacts site, List<KeptRun> runs, SiteFolder folder, SearchIndex index) {
        ConformancePage page = new ConformancePage(site);
        ConformanceView view = new ConformanceView(
                page.areas.stream()
                        .map(area -> new Link(AreaTitle.of(area), Links.area(area)))
                        .toList(),
                page.implementations(runs),
                page.machines(),
                page.programs());
        folder.page(Frame.of("Conformance", PATH, PATH).broadened(), "conformance", view);
        index.add("page", "Conformance", "How far implementations and real kernels agree", "runs ledgers", PATH);
    }

    private List<ConformanceView.Group> implementations(List<KeptRun> runs) {
        SortedMap<String, List<KeptRun>> same = new TreeMap<>();
        runs.stream().sorted(Comparator.comparing(KeptRun::name)).forEach(run -> same.computeIfAbsent(
                        run.implementation().name() + " on "
                                + run.implementation().platform(),
                        any -> new ArrayList<>())
                .add(run));
        return same.entrySet().stream()
                .map(one -> new ConformanceView.Group(one.getKey(), rows(one.getValue())))
                .toList();
    }

    private List<ConformanceView.Row> rows(List<KeptRun> runs) {
        List<ConformanceView.Row> rows = new ArrayList<>();
        for (KeptRun run : runs) {
            Map<String, Score> scores = scores(run.result());
            Score total = sum(scores);
            Optional<Score> before = rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(rows.get(rows.size() - 1).total());
            rows.add(new ConformanceView.Row(
                    run.name(), version(run.implementation()), total, trend(before, total), inOrder(scores), ""));
        }
        return rows;
    }

    private static String version(Announcement announcement) {
        return announcement.version().isEmpty() ? "" : "version " + announcement.version();
    }

    private static String trend(Optional<Score> before, Score now) {
        return before.map(score -> now.agree() - score.agree())
                .map(more -> more == 0 ? "\u00b10" : String.format(Locale.ROOT, "%+,d", more))
                .orElse("");
    }

    /** What there was no answer to was not asked. */
    private static Map<String, Score> scores(DiffResult result) {
        Map<String, Score> scores = new LinkedHashMap<>();
        SiteFacts.byArea(result.comparisons(), Comparison::id)
                .forEach((area, some) -> scores.put(area, Score.of(some)));
        SiteFacts.byArea(result.missing(), FixtureName::id)
                .forEach((area, some) -> scores.merge(area, new Score(0, 0, some.size()), Score::plus));
        return scores;
    }

    private List<ConformanceView.Group> machines() {
        Map<String, List<ConformanceView.Row>> generations = new LinkedHashMap<>();
        for (AskedKernel kernel : site.kernels()) {
            generations
                    .computeIfAbsent(kernel.platform().generation(), any -> new ArrayList<>())
                    .add(row(kernel));
        }
        return generations.entrySet().stream()
                .map(one -> new ConformanceView.Group(one.getKey(), one.getValue()))
                .toList();
    }

    private ConformanceView.Row row(AskedKernel kernel) {
        Map<String, Score> scores = new LinkedHashMap<>();
        ledgers(kernel.platform()).forEach(ledger -> confirmed(ledger)
                .forEach((area, count) -> scores.merge(area, new Score(count, 0, 0), Score::plus)));
        recorded(kernel.platform()).forEach((area, count) -> {
            int confirmed = scores.getOrDefault(area, Score.NONE).agree();
            scores.put(area, new Score(confirmed, 0, Math.max(0, count - confirmed)));
        });
        String random = kernel.operations() == 0
                ? ""
                : String.format(Locale.ROOT, "%,d (%,d differ)", kernel.operations(), kernel.differences());
        String note = kernel.witness().machine() + (kernel.witness().standInBridge() ? ", stand-in bridge" : "");
        return new ConformanceView.Row(
                kernel.platform().release() + " " + kernel.platform().page(),
                note,
                sum(scores),
                "",
                inOrder(scores),
                random);
    }

    private Stream<Ledger> ledgers(PlatformId platform) {
        return site.ledgers().all().stream()
                .filter(ledger -> !ledger.witness().program()
                        && ledger.witness().platform().equals(platform));
    }

    private List<ConformanceView.Row> programs() {
        return site.ledgers().all().stream()
                .filter(ledger -> ledger.witness().program())
                .map(ledger -> {
                    Map<String, Score> scores = new LinkedHashMap<>();
                    confirmed(ledger).forEach((area, count) -> scores.put(area, new Score(count, 0, 0)));
                    return new ConformanceView.Row(
                            ledger.witness().machine(),
                            "on " + ledger.witness().platform(),
                            sum(scores),
                            "",
                            inOrder(scores),
                            "");
                })
                .toList();
    }

    /** The fixtures that a ledger confirms as they are now. */
    private Map<String, Integer> confirmed(Ledger ledger) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        SiteFacts.byArea(ledger.lines().keySet(), FixtureName::id)
                .forEach((area, names) -> counts.put(area, (int)
                        names.stream().filter(name -> site.agrees(ledger, name)).count()));
        return counts;
    }

    /** The fixtures that the corpus has for a kernel; none where it is no platform of the corpus. */
    private Map<String, Integer> recorded(PlatformId platform) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Platforms.load().named(platform, site.platforms()).ifPresent(named -> site.areas()
                .forEach((area, cases) -> counts.put(area, (int) cases.stream()
                        .filter(one -> one.fixtures().containsKey(named))
                        .count())));
        return counts;
    }

    private static Score sum(Map<String, Score> scores) {
        return scores.values().stream().reduce(Score.NONE, Score::plus);
    }

    private List<Score> inOrder(Map<String, Score> scores) {
        return areas.stream().map(area -> scores.getOrDefault(area, Score.NONE)).toList();
    }
}
