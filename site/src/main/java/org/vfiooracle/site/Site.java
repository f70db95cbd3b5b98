// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site;

import java.nio.file.Path;
import org.vfiooracle.site.areas.AreaPages;
import org.vfiooracle.site.areas.StartPage;
import org.vfiooracle.site.cases.CasePages;
import org.vfiooracle.site.facts.AnsweredCalls;
import org.vfiooracle.site.facts.SiteFacts;
import org.vfiooracle.site.html.SiteFolder;
import org.vfiooracle.site.reference.AnswerPages;
import org.vfiooracle.site.reference.BugsOfChapter;
import org.vfiooracle.site.reference.CallPages;
import org.vfiooracle.site.reference.ProgramPage;
import org.vfiooracle.site.reference.RulesOfSubject;
import org.vfiooracle.site.runs.ConformancePage;
import org.vfiooracle.site.search.SearchIndex;
import org.vfiooracle.site.strength.MistakesPage;

/** A site about a corpus: static pages that open from the disk, and that a browser searches without a network. */
public final class Site {
    /** The page that it begins with. */
    public static final String START = "index.html";

    private Site() {}

    /**
     * What was written.
     *
     * @param files how many files
     * @param bytes how many bytes
     */
    public record Written(int files, long bytes) {}

    /**
     * Writes a site.
     *
     * @param folder is there and empty
     * @throws org.vfiooracle.contract.yaml.YamlProblem when a ledger or the list of known bugs is wrong
     */
    public static Written write(SiteSource source, Path folder) {
        SiteFacts facts = new SiteFacts(source.root(), source.corpus(), source.result());
        SiteFolder pages = new SiteFolder(folder);
        SearchIndex index = new SearchIndex();
        AnsweredCalls answered = AnsweredCalls.of(facts.cases());
        StartPage.write(source.version(), source.corpus(), facts, pages);
        AreaPages.write(facts, pages, index);
        CallPages.write(facts, answered, pages, index);
        AnswerPages.write(facts, answered, pages, index);
        RulesOfSubject.write(facts, answered, pages, index);
        BugsOfChapter.write(facts, pages, index);
        ProgramPage.write(facts, pages, index);
        ConformancePage.write(facts, source.runs(), pages, index);
        MistakesPage.write(source.root(), pages, index);
        CasePages.write(facts, pages, index);
        pages.file("search.js", index.script());
        pages.carried("site.css");
        pages.carried("site.js");
        return new Written(pages.files(), pages.bytes());
    }
}
