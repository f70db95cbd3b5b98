// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.conformance.contrast.Attempt;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.documents.facts.KernelSpans;
import org.vfiooracle.documents.facts.StrategyTable;
import org.vfiooracle.engine.operation.Word;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.oracle.Rules;
import org.vfiooracle.oracle.Strategies;
import org.vfiooracle.programs.vmm.Strategy;
import org.vfiooracle.site.facts.SiteFacts;
import org.vfiooracle.site.html.Chip;
import org.vfiooracle.site.html.Frame;
import org.vfiooracle.site.html.Link;
import org.vfiooracle.site.html.Links;
import org.vfiooracle.site.html.SiteFolder;
import org.vfiooracle.site.search.SearchIndex;

/** Writes the page about programs above VFIO, and what each comes to on each platform. */
public final class ProgramPage {
    private static final String PATH = "programs.html";

    private final SiteFacts site;
    private final Map<String, List<PlatformId>> generations = new LinkedHashMap<>();

    private ProgramPage(SiteFacts site) {
        this.site = site;
        site.platforms().forEach(platform -> generations
                .computeIfAbsent(platform.generation(), any -> new ArrayList<>())
                .add(platform));
    }

    /** Writes it. */
    public static void write(SiteFacts site, SiteFolder folder, SearchIndex index) {
        ProgramPage page = new ProgramPage(site);
        List<ProgramView.Row> rows = new StrategyTable(Platforms.load(), site.platforms())
                .programs().stream().map(page::row).toList();
        List<ProgramView.Program> programs =
                Strategies.all().stream().map(ProgramPage::program).toList();
        folder.page(
                Frame.of("Programs above VFIO", PATH, PATH).broadened(),
                "programs",
                new ProgramView(List.copyOf(page.generations.keySet()), rows, programs));
        Strategies.all()
                .forEach(one -> index.add("program", one.id(), one.description(), "", PATH + "#" + anchor(one.id())));
        index.add("page", "Programs above VFIO", "What QEMU, DPDK and others make of the answers", "strategy", PATH);
    }

    private ProgramView.Row row(StrategyTable.Alike alike) {
        Map<PlatformId, Attempt> byPlatform = new LinkedHashMap<>();
        alike.attempts().forEach((attempt, on) -> on.forEach(platform -> byPlatform.put(platform, attempt)));
        return new ProgramView.Row(
                alike.programs().stream()
                        .map(id -> new Link(id, "#" + anchor(id)))
                        .toList(),
                generations.values().stream()
                        .map(platforms -> cell(platforms, byPlatform))
                        .toList());
    }

    private List<ProgramView.Outcome> cell(List<PlatformId> platforms, Map<PlatformId, Attempt> byPlatform) {
        Map<Attempt, List<PlatformId>> attempts = new LinkedHashMap<>();
        platforms.forEach(platform -> Optional.ofNullable(byPlatform.get(platform))
                .ifPresent(attempt -> attempts.computeIfAbsent(attempt, any -> new ArrayList<>())
                        .add(platform)));
        return attempts.entrySet().stream()
                .map(one -> outcome(one.getKey(), attempts.size() == 1 ? "" : kernels(one.getValue())))
                .toList();
    }

    private String kernels(List<PlatformId> platforms) {
        return String.join(
                ", ",
                site.spans(platforms).stream().map(KernelSpans.Spans::kernels).toList());
    }

    private static ProgramView.Outcome outcome(Attempt attempt, String kernels) {
        boolean runs = attempt.result().equals(Word.RUNNING.spelling());
        Link rule = Rules.find(attempt.rule()).map(Links::rule).orElse(Link.none(""));
        return new ProgramView.Outcome(
                kernels,
                new Chip(attempt.result(), runs ? "ok" : "no", rule.to()),
                attempt.groups(),
                attempt.decided(),
                rule);
    }

    private static ProgramView.Program program(Strategy strategy) {
        return new ProgramView.Program(
                strategy.id(),
                strategy.description(),
                strategy.deviations().stream()
                        .map(bug -> new ProgramView.Bug(bug.id(), bug.sentence()))
                        .toList());
    }

    private static String anchor(String program) {
        return program;
    }
}
