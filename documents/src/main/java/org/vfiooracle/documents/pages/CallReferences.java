// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vfiooracle.documents.facts.CallFacts;
import org.vfiooracle.documents.facts.CorpusKnowledge;

/** The pages of {@code docs/reference/calls}: one for each call, and one that lists them and says how they are read. */
final class CallReferences {
    private static final String FOLDER = "docs/reference/calls/";

    private CallReferences() {}

    /** Returns the text of each page by its path. */
    static Map<String, String> pages(CorpusKnowledge findings) {
        Map<String, String> pages = new TreeMap<>();
        for (String call : CallFacts.calls()) {
            pages.put(FOLDER + file(call), CallReference.text(CallFacts.of(call, findings)));
        }
        pages.put(FOLDER + "README.md", contents());
        return pages;
    }

    private static String file(String call) {
        return CallFacts.file(call) + ".md";
    }

    private static String contents() {
        List<String> lines = new ArrayList<>(Markdown.generated("Calls"));
        lines.addAll(List.of(
                "",
                "There is one page for each call, made from the lists that the model performs.",
                "`./oracle explain CALL --platform P` shows the list of one platform.",
                "",
                "- A line of a table is a check or a *step*. A step may perform a part that several calls share. Such a part has a",
                "  table of its own further down the page.",
                "- In the column of an era, a check has the errno that it refuses the call with, and a step has `yes`.",
                "- `yes` at *may decide* means that the step above it may end the call by that rule, or give it as the reason for",
                "  success. `else` is the reason for success if nothing gave another.",
                "- `EINVAL, in fact 1 (a)`: the intended answer is EINVAL, but these releases answer 1. Below the table stands what",
                "  (a) is.",
                "- Whether a check refuses depends on the state and on the hardware. *Decided in the corpus*, below a table, names",
                "  the generations on which each line has decided this call.",
                "- An era is named by its series. Changes within a stable series stand below the table.",
                "- *In Linux*, below a table, names files and functions for its lines, as each release calls them.",
                ""));
        CallFacts.calls().forEach(call -> lines.add("- [" + call + "](" + file(call) + ")"));
        return Markdown.page(lines);
    }
}
