// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.corpus.evidence.LedgerLine;
import org.vfiooracle.corpus.evidence.Ledgers;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.protocol.message.Announcement;

/** Writes down what a machine was seen to agree with. */
public final class LedgerEntry {
    private final Corpus corpus;
    private final AdapterResults results;

    /** Prepares to write down {@code results}. */
    public LedgerEntry(Corpus corpus, AdapterResults results) {
        this.corpus = corpus;
        this.results = results;
    }

    /**
     * Writes the ledger of the machine; only a run against the corpus as it stands is evidence for it.
     *
     * @return what was written, for the user
     */
    public String write() {
        Announcement who = results.announcement();
        if (results.expected().unpinned()) {
            return "no ledger written: the corpus does not pin " + who.platform();
        }
        List<FixtureName> tried = new ArrayList<>();
        List<LedgerLine> agreed = new ArrayList<>();
        for (CaseResult one : results.results()) {
            tried.add(FixtureName.of(one.fixture()));
            if (one.comparison().verdict() == Verdict.CONFORMS) {
                agreed.add(
                        LedgerLine.of(one.fixture(), one.comparison().compared().keys()));
            }
        }
        String file = Ledgers.record(corpus.root(), who.witness(), corpus.names(), tried, agreed);
        return file + ": confirms " + agreed.size() + " of " + tried.size() + " fixtures";
    }
}
