// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.corpus.evidence.EvidenceTotals;
import org.vfiooracle.corpus.evidence.Ledgers;
import org.vfiooracle.corpus.store.Budget;
import org.vfiooracle.corpus.store.CaseChange;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.corpus.store.CorpusIndex;
import org.vfiooracle.corpus.store.Drift;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.steps.RecordingResult;

/** What a verification found. */
public final class VerifyPage implements Page {
    private final RecordingResult result;
    private final Drift drift;
    private final Budget budget;
    private final List<String> strays;
    private final List<String> withdrawn;
    private final EvidenceTotals totals;
    private final List<String> unreached;

    /**
     * Looks at the corpus and its ledgers, too.
     *
     * @param responsible whether the recording would have made a case if it still existed
     * @param index what was recorded
     * @param unreached what the model can say and no scenario makes it say, and pages that are out of date
     */
    public VerifyPage(
            Corpus corpus,
            RecordingResult result,
            Predicate<CaseId> responsible,
            Drift drift,
            CorpusIndex index,
            List<String> unreached) {
        this.unreached = List.copyOf(unreached);
        this.result = result;
        this.drift = drift;
        this.budget = corpus.budget();
        Ledgers ledgers = Ledgers.read(corpus.root());
        this.strays = ledgers.strays(known(corpus, responsible, index));
        this.withdrawn = new ArrayList<>(ledgers.withdrawn(index));
        this.totals = EvidenceTotals.of(index, ledgers, drift.altered());
        for (FixtureName altered : drift.altered()) {
            boolean observed = index.find(altered)
                    .filter(entry -> !ledgers.witnesses(altered, entry.hash()).isEmpty())
                    .isPresent();
            if (observed) {
                withdrawn.add(altered + ": the corpus contradicts what was observed");
            }
        }
    }

    /** The fixtures that there should be: those that were recorded, and those that this recording says nothing of. */
    private static Set<FixtureName> known(Corpus corpus, Predicate<CaseId> responsible, CorpusIndex index) {
        Set<FixtureName> known = new TreeSet<>(index.entries().keySet());
        for (CaseId id : corpus.ids()) {
            if (!responsible.test(id)) {
                corpus.text(id).platforms().forEach(platform -> known.add(new FixtureName(platform, id)));
            }
        }
        return known;
    }

    /** Whether nothing is wrong; a verification that compared nothing has shown nothing. */
    public boolean fine() {
        return result.passed()
                && drift.isEmpty()
                && drift.compared() > 0
                && strays.isEmpty()
                && unreached.isEmpty()
                && budget.findings().isEmpty();
    }

    @Override
    public List<String> text() {
        List<String> lines = new ArrayList<>(ScenarioCounts.failures(result));
        lines.addAll(drift.text().lines().toList());
        lines.addAll(strays);
        lines.addAll(budget.findings());
        lines.addAll(withdrawn);
        lines.addAll(unreached);
        lines.add(ScenarioCounts.line(result));
        lines.add("compared   " + drift.compared() + " fixtures byte for byte: "
                + (drift.isEmpty() ? "no drift" : "drift; ./oracle record writes what the model answers now"));
        lines.add("budget     " + budget);
        lines.add("evidence   " + totals + (withdrawn.isEmpty() ? "" : ", " + withdrawn.size() + " withdrawn"));
        return lines;
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>(ScenarioCounts.json(result));
        json.put("fine", fine());
        json.put("compared", drift.compared());
        json.put("missing", drift.missing());
        json.put("superfluous", drift.superfluous());
        json.put("differing", drift.differing().stream().map(CaseChange::path).toList());
        json.put("stray_evidence", strays);
        json.put("withdrawn_evidence", withdrawn);
        json.put("budget", budget.findings());
        json.put("unreached", unreached);
        json.putAll(totals.named());
        return json;
    }
}
