// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.vfiooracle.advice.bugs.KnownBug;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.documents.facts.BugChapter;
import org.vfiooracle.documents.facts.BugFacts;
import org.vfiooracle.site.facts.CaseFacts;
import org.vfiooracle.site.facts.SiteFacts;
import org.vfiooracle.site.html.Frame;
import org.vfiooracle.site.html.Link;
import org.vfiooracle.site.html.Links;
import org.vfiooracle.site.html.Prose;
import org.vfiooracle.site.html.SiteFolder;
import org.vfiooracle.site.search.SearchIndex;

/** Writes a page for each chapter of bugs, and one that lists them. */
public final class BugsOfChapter {
    private static final String CONTENTS = "bugs/index.html";

    private final SiteFacts site;

    private BugsOfChapter(SiteFacts site) {
        this.site = site;
    }

    /** Writes them all. */
    public static void write(SiteFacts site, SiteFolder folder, SearchIndex index) {
        BugsOfChapter pages = new BugsOfChapter(site);
        List<ListView.Row> rows = new ArrayList<>();
        for (BugChapter chapter : BugChapter.of(site.bugs())) {
            String path = "bugs/" + chapter.file() + ".html";
            folder.page(
                    Frame.of(chapter.title(), path, CONTENTS),
                    "bugs",
                    new BugView(chapter.bugs().stream().map(pages::record).toList()));
            index.add("page", chapter.title(), chapter.bugs().size() + " bugs", "bugs", path);
            for (KnownBug bug : chapter.bugs()) {
                Link link = new Link(bug.id(), path + "#" + anchor(bug));
                rows.add(new ListView.Row(link, List.of(bug.title(), bug.releases(), bug.fate())));
                index.add(
                        "bug",
                        bug.name(),
                        bug.title(),
                        bug.releases() + " " + String.join(" ", bug.shownBy()),
                        link.to());
            }
        }
        folder.page(
                Frame.of("Bugs", CONTENTS, CONTENTS),
                "list",
                new ListView(
                        "What released kernels and programs have done wrong, changed on purpose, or still do.",
                        List.of("No.", "What goes wrong", "Releases", "Fate"),
                        rows));
        index.add("page", "Bugs", "What released kernels and programs do wrong", "", CONTENTS);
    }

    private static String anchor(KnownBug bug) {
        return "bug-" + bug.id();
    }

    private BugView.Record record(KnownBug bug) {
        BugFacts facts = BugFacts.of(bug, site.knowledge());
        return new BugView.Record(
                bug.id(),
                anchor(bug),
                Prose.of(bug.title()),
                Prose.of(bug.releases()),
                bug.fate(),
                Prose.of((bug.expressible() || bug.reason().isEmpty() ? "" : "No case can show it: ") + bug.reason()),
                facts.departures(),
                facts.rules().stream().map(Links::rule).toList(),
                CaseLinks.of(cases(facts.scenarios())),
                facts.kernels());
    }

    /** The cases of these scenarios that there are. */
    private List<CaseId> cases(SortedSet<String> scenarios) {
        return site.cases().stream()
                .map(CaseFacts::id)
                .filter(id -> scenarios.contains(id.scenario()) || scenarios.contains(id.toString()))
                .toList();
    }
}
