// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.areas;

import java.util.List;
import org.vfiooracle.site.facts.SiteFacts;
import org.vfiooracle.site.html.Frame;
import org.vfiooracle.site.html.Link;
import org.vfiooracle.site.html.SiteFolder;

/** Writes the page that a site begins with. */
public final class StartPage {
    private static final List<StartView.Door> DOORS = List.of(
            door("Generations side by side", "areas/index.html", "Every scenario on every platform, by area."),
            door("Calls", "calls/index.html", "What Linux checks for each call, in order, and how that changed."),
            door("Answers", "answers/index.html", "Each errno: which calls give it, on which releases, and why."),
            door(
                    "Rules",
                    "rules/index.html",
                    "Every reason for an answer, with its source and the kernels that agreed."),
            door("Bugs", "bugs/index.html", "What released kernels and programs do wrong, and where that was fixed."),
            door("Programs", "programs.html", "What QEMU, DPDK and others make of the answers."),
            door(
                    "Conformance",
                    "conformance.html",
                    "How far implementations and real kernels agree, by area and platform."),
            door("Strength", "strength/index.html", "What the cases catch of the mistakes that can be made."));

    private StartPage() {}

    /**
     * Writes it.
     *
     * @param version of the oracle
     * @param corpus the version of the corpus
     */
    public static void write(String version, String corpus, SiteFacts site, SiteFolder folder) {
        StartView view = new StartView(
                version, corpus, site.cases().size(), site.platforms().size(), site.totals(site.fixtures()), DOORS);
        folder.page(Frame.of("What Linux answers to VFIO calls on IBM POWER", "index.html", ""), "start", view);
    }

    private static StartView.Door door(String text, String to, String what) {
        return new StartView.Door(new Link(text, to), what);
    }
}
