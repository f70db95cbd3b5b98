// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vfiooracle.advice.bugs.KnownBugs;
import org.vfiooracle.documents.facts.BugChapter;
import org.vfiooracle.documents.facts.BugFacts;
import org.vfiooracle.documents.facts.CorpusKnowledge;
import org.vfiooracle.documents.facts.UnknownReference;

/** The pages of {@code docs/reference/bugs}: a record for each known bug, and a page that lists them. */
final class BugPages {
    private static final String FOLDER = "docs/reference/bugs/";

    private final CorpusKnowledge findings;
    private final List<BugChapter> chapters;

    BugPages(KnownBugs known, CorpusKnowledge findings) {
        this.findings = findings;
        this.chapters = BugChapter.of(known);
    }

    /**
     * Returns the text of each page by its path.
     *
     * @throws UnknownReference when the list names a deviation or a rule that does not exist
     */
    Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        pages.put(FOLDER + "README.md", contents());
        chapters.forEach(chapter -> pages.put(FOLDER + file(chapter), page(chapter)));
        return pages;
    }

    private static String file(BugChapter chapter) {
        return chapter.file() + ".md";
    }

    private String page(BugChapter chapter) {
        List<String> lines = new ArrayList<>(Markdown.generated(chapter.title()));
        lines.addAll(List.of("", "[All bugs, and how to read a record](README.md)."));
        chapter.bugs().forEach(bug -> lines.addAll(BugRecord.lines(BugFacts.of(bug, findings))));
        return Markdown.page(lines);
    }

    private String contents() {
        List<String> lines =
                new ArrayList<>(Markdown.generated("Bugs of released kernels, and of programs above them"));
        lines.addAll(List.of(
                "",
                "What released kernels and programs have done wrong, changed on purpose, or still do. *Where real kernels",
                "surprise* lists what a reader of the source would not expect.",
                "",
                "Each bug has one record:",
                "",
                "- *Releases* that behave so, and the commit that ended it. It was fixed, changed on purpose, or is not fixed.",
                "- *No case can show it* tells why the corpus has no scenario for it.",
                "- *Deviation*: the switch in the model that makes the difference. `./oracle explain DEVIATION` tells what it",
                "  changes. `./oracle run --without-deviation ID` tells which fixtures notice.",
                "- *Rules*: the reasons that fixtures give for the answer.",
                "- *Scenarios* that show it, and the kernels and machines it was *seen on*. Ranges of kernels are read as in",
                "  [the rules](../rules/README.md#kernels-that-were-asked)."));
        for (BugChapter chapter : chapters) {
            lines.addAll(List.of("", "## " + chapter.title(), ""));
            lines.addAll(Markdown.head("no.", "what goes wrong", "releases"));
            chapter.bugs()
                    .forEach(bug -> lines.add(
                            Markdown.row("[" + bug.id() + "](" + file(chapter) + ")", bug.title(), bug.releases())));
        }
        return Markdown.page(lines);
    }
}
