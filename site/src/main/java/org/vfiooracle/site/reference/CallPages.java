// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.reference;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.documents.facts.CallFacts;
import org.vfiooracle.site.facts.AnsweredCall;
import org.vfiooracle.site.facts.AnsweredCalls;
import org.vfiooracle.site.facts.SiteFacts;
import org.vfiooracle.site.html.Frame;
import org.vfiooracle.site.html.Link;
import org.vfiooracle.site.html.Links;
import org.vfiooracle.site.html.SiteFolder;
import org.vfiooracle.site.search.SearchIndex;

/** Writes a page for each call, and one that lists them. */
public final class CallPages {
    private static final String CONTENTS = "calls/index.html";

    private CallPages() {}

    /** Writes them all. */
    public static void write(SiteFacts site, AnsweredCalls answered, SiteFolder folder, SearchIndex index) {
        List<ListView.Row> rows = new ArrayList<>();
        for (String call : CallFacts.calls()) {
            List<AnsweredCall> here = answered.ofCall(call);
            List<String> answers =
                    here.stream().map(one -> one.answer().toString()).distinct().toList();
            Link link = Links.call(call);
            folder.page(
                    Frame.of(call, link.to(), CONTENTS).broadened(),
                    "call",
                    new CallView(
                            here.stream().map(one -> AnsweredLine.of(one, site)).toList(),
                            CallParts.sections(CallFacts.of(call, site.knowledge()))));
            rows.add(new ListView.Row(link, List.of(String.join(", ", answers))));
            index.add("call", call, "Answers: " + String.join(", ", answers), "", link.to());
        }
        folder.page(
                Frame.of("Calls", CONTENTS, CONTENTS),
                "list",
                new ListView(
                        "What Linux checks and does for each call, in order, in every era; and what the corpus has of it.",
                        List.of("Call", "Answers in the corpus"),
                        rows));
        index.add("page", "Calls", "What Linux checks and does for each call", "", CONTENTS);
    }
}
