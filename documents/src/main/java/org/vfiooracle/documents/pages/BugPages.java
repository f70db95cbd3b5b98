// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vfiooracle.advice.bugs.KnownBug;
import org.vfiooracle.advice.bugs.KnownBugs;

/** The pages of {@code docs/reference/bugs}: a record for each known bug, and a page that lists them. */
final class BugPages {
    private static final String FOLDER = "docs/reference/bugs/";

    private final CorpusKnowledge findings;
    private final Map<String, List<KnownBug>> files = new LinkedHashMap<>();

    private static final Map<String, String> TITLES = Map.of(
            "kernel-fixed.md", "The kernel: fixed, or changed on purpose",
            "kernel-latent.md", "The kernel: not fixed",
            "surprises.md", "Where real kernels surprise",
            "qemu.md", "QEMU",
            "other-programs.md", "Other programs");

    BugPages(KnownBugs known, CorpusKnowledge findings) {
        this.findings = findings;
        files.put("kernel-fixed.md", kernel(known, false));
        files.put("kernel-latent.md", kernel(known, true));
        files.put("surprises.md", known.surprises());
        files.put("qemu.md", known.qemu());
        files.put("other-programs.md", known.programs());
    }

    private static List<KnownBug> kernel(KnownBugs known, boolean latent) {
        return known.bugs().stream()
                .filter(bug -> bug.kind().equals("latent") == latent)
                .toList();
    }

    /**
     * Returns the text of each page by its path.
     *
     * @throws UnknownReference when the list names a deviation or a rule that does not exist
     */
    Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        pages.put(FOLDER + "README.md", contents());
        files.forEach((file, bugs) -> pages.put(FOLDER + file, page(title(file), bugs)));
        return pages;
    }

    private static String title(String file) {
        return TITLES.getOrDefault(file, file);
    }

    private String page(String title, List<KnownBug> bugs) {
        List<String> lines = new ArrayList<>(Markdown.generated(title));
        lines.addAll(List.of("", "[All bugs, and how to read a record](README.md)."));
        bugs.forEach(bug -> lines.addAll(new BugRecord(bug, findings).lines()));
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
        files.forEach((file, bugs) -> {
            lines.addAll(List.of("", "## " + title(file), ""));
            lines.addAll(Markdown.head("no.", "what goes wrong", "releases"));
            bugs.forEach(
                    bug -> lines.add(Markdown.row("[" + bug.id() + "](" + file + ")", bug.title(), bug.releases())));
        });
        return Markdown.page(lines);
    }
}
