// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.areas;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.platforms.GenerationFacts;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.reports.allure.AreaTitle;
import org.vfiooracle.site.facts.CaseFacts;
import org.vfiooracle.site.facts.SiteFacts;
import org.vfiooracle.site.html.Chip;
import org.vfiooracle.site.html.Frame;
import org.vfiooracle.site.html.Link;
import org.vfiooracle.site.html.Links;
import org.vfiooracle.site.html.SiteFolder;
import org.vfiooracle.site.search.SearchIndex;

/** Writes a page for each area, on which the generations stand side by side. */
public final class AreaPages {
    private static final String SECTION = "areas/index.html";

    private final SiteFacts site;
    private final List<AreaView.Generation> generations;

    private AreaPages(SiteFacts site) {
        this.site = site;
        this.generations = generations(site.platforms());
    }

    /** Writes them all, and the page that lists them. */
    public static void write(SiteFacts site, SiteFolder folder, SearchIndex index) {
        AreaPages pages = new AreaPages(site);
        List<AreasView.Area> areas = new ArrayList<>();
        site.areas().forEach((area, cases) -> {
            String title = AreaTitle.of(area);
            folder.page(Frame.of(title, Links.area(area), SECTION).broadened(), "area", pages.view(cases));
            index.add("page", title, cases.size() + " cases on all generations", area, Links.area(area));
            List<Fixture> fixtures = cases.stream()
                    .flatMap(one -> one.fixtures().values().stream())
                    .toList();
            areas.add(new AreasView.Area(new Link(title, Links.area(area)), cases.size(), site.totals(fixtures)));
        });
        folder.page(
                Frame.of("Generations side by side", SECTION, SECTION),
                "areas",
                new AreasView(areas, pages.generations));
        index.add("page", "Generations side by side", "Every scenario on every platform, by area", "", SECTION);
    }

    private static List<AreaView.Generation> generations(List<PlatformId> platforms) {
        Map<String, String> titles =
                Platforms.load().facts().stream().collect(toMap(GenerationFacts::name, GenerationFacts::title));
        Map<String, List<String>> kernels = new LinkedHashMap<>();
        platforms.forEach(platform -> kernels.computeIfAbsent(platform.generation(), any -> new ArrayList<>())
                .add(platform.release() + " " + platform.page()));
        return kernels.entrySet().stream()
                .map(one -> new AreaView.Generation(
                        one.getKey(), titles.getOrDefault(one.getKey(), one.getKey()), one.getValue()))
                .toList();
    }

    private AreaView view(List<CaseFacts> cases) {
        Map<String, List<AreaView.Row>> features = new LinkedHashMap<>();
        cases.forEach(one -> features.computeIfAbsent(one.run().source().text().feature(), any -> new ArrayList<>())
                .add(row(one)));
        return new AreaView(
                generations,
                features.entrySet().stream()
                        .map(feature -> new AreaView.Feature(feature.getKey(), feature.getValue()))
                        .toList());
    }

    private AreaView.Row row(CaseFacts facts) {
        List<AreaView.Cell> cells = new ArrayList<>();
        String generation = "";
        for (PlatformId platform : site.platforms()) {
            AreaView.Cell cell = cell(facts, platform);
            int last = cells.size() - 1;
            boolean goesOn = platform.generation().equals(generation)
                    && cells.get(last).answer().equals(cell.answer())
                    && cells.get(last).hint().equals(cell.hint());
            if (goesOn) {
                AreaView.Cell before = cells.get(last);
                cells.set(
                        last, new AreaView.Cell(before.answer(), before.hint(), before.span() + 1, before.deviates()));
            } else {
                cells.add(cell);
            }
            generation = platform.generation();
        }
        return new AreaView.Row(new Link(facts.id().toString(), facts.page()), facts.title(), cells);
    }

    private static AreaView.Cell cell(CaseFacts facts, PlatformId platform) {
        Optional<RecordedStep> step =
                Optional.ofNullable(facts.fixtures().get(platform)).flatMap(facts::asked);
        return step.map(one -> new AreaView.Cell(
                        Chip.of(one.outcome().answer()),
                        one.rule(),
                        1,
                        one.intended().isPresent()))
                .orElse(new AreaView.Cell(Chip.NONE, "", 1, false));
    }
}
