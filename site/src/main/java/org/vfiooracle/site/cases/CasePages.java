// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.cases;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.wording.OperationText;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.oracle.Rules;
import org.vfiooracle.reports.allure.AreaTitle;
import org.vfiooracle.site.facts.CaseFacts;
import org.vfiooracle.site.facts.Said;
import org.vfiooracle.site.facts.SiteFacts;
import org.vfiooracle.site.html.Chip;
import org.vfiooracle.site.html.Frame;
import org.vfiooracle.site.html.Link;
import org.vfiooracle.site.html.Links;
import org.vfiooracle.site.html.SiteFolder;
import org.vfiooracle.site.search.SearchIndex;
import org.vfiooracle.steps.scene.NotApplicable;

/** Writes the pages of the cases. */
public final class CasePages {
    private final SiteFacts site;
    private final DrawnCalls drawn;

    private CasePages(SiteFacts site, SiteFolder folder) {
        this.site = site;
        this.drawn = new DrawnCalls(site, folder);
    }

    /** Writes them all. */
    public static void write(SiteFacts site, SiteFolder folder, SearchIndex index) {
        CasePages pages = new CasePages(site, folder);
        for (CaseFacts facts : site.cases()) {
            folder.page(Frame.of(facts.title(), facts.page(), "areas/index.html"), "case", pages.view(facts));
            index.add("case", facts.id().toString(), facts.title(), words(facts), facts.page());
        }
    }

    /** The call that a case is about and what is answered: somebody may look for these. */
    private static String words(CaseFacts facts) {
        Set<String> words = new TreeSet<>();
        facts.fixtures().values().forEach(fixture -> facts.asked(fixture).ifPresent(step -> {
            words.add(step.operation().name());
            words.add(step.outcome().answer().toString());
        }));
        return String.join(" ", words);
    }

    private CaseView view(CaseFacts facts) {
        var text = facts.run().source().text();
        Operation asked = facts.operations().get(facts.run().asked());
        PlatformId first = facts.fixtures().firstKey();
        return new CaseView(
                facts.id().toString(),
                new Link(AreaTitle.of(facts.id().area()), Links.area(facts.id().area())),
                text.path(),
                text.rule().orElse(""),
                paragraphs(text.description()),
                facts.run().source().row(),
                siblings(facts),
                facts.run().steps().stream()
                        .map(step -> new CaseView.StepLine(step.keyword(), step.text()))
                        .toList(),
                OperationText.of(asked),
                Links.call(asked.name()),
                answers(facts),
                absent(facts),
                drawn.of(facts),
                OperationTables.of(facts, site),
                Consequences.of(facts, site),
                "./oracle explain @" + facts.id() + " --platform " + first);
    }

    private static List<String> paragraphs(String description) {
        return description.isBlank()
                ? List.of()
                : List.of(description.strip().replaceAll("[ \t]*\n[ \t]*", "\n").split("\n\n+"));
    }

    private List<Link> siblings(CaseFacts facts) {
        return site.cases().stream()
                .filter(other -> other.id().scenario().equals(facts.id().scenario())
                        && !other.id().equals(facts.id()))
                .map(other -> new Link(other.id().row().orElse(other.id().toString()), other.page()))
                .toList();
    }

    private List<AnswerLine> answers(CaseFacts facts) {
        List<AnswerLine> lines = new ArrayList<>();
        facts.said().forEach((said, platforms) -> lines.add(line(said, platforms, facts)));
        return lines;
    }

    private AnswerLine line(Said said, List<PlatformId> platforms, CaseFacts facts) {
        List<Fixture> fixtures = platforms.stream().map(facts.fixtures()::get).toList();
        return new AnswerLine(
                Chip.of(said.answer()),
                said.intended()
                        .map(intended ->
                                "intended: " + intended.outcome().answer() + ", deviation " + intended.deviation())
                        .orElse(""),
                Links.rule(said.rule()),
                Rules.find(said.rule()).map(rule -> rule.sentence()).orElse(""),
                site.spans(platforms),
                site.totals(fixtures).kinds(),
                site.knowledge().kernels(fixtures.stream().map(FixtureName::of).collect(toSet())));
    }

    private List<AbsentLine> absent(CaseFacts facts) {
        Map<NotApplicable, List<PlatformId>> reasons = new LinkedHashMap<>();
        facts.run().notApplicable().forEach((platform, why) -> reasons.computeIfAbsent(why, any -> new ArrayList<>())
                .add(platform));
        return reasons.entrySet().stream()
                .map(reason -> new AbsentLine(
                        reason.getKey().step() + " - " + reason.getKey().why(),
                        reason.getKey().rule().map(Links::rule).orElse(Link.none("")),
                        site.spans(reason.getValue())))
                .toList();
    }
}
