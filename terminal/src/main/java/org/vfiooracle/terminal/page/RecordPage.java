// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.corpus.evidence.EvidenceTotals;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.corpus.store.CorpusWrite;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.steps.RecordingResult;

/** What a recording did. */
public final class RecordPage implements Page {
    private static final int NAMED = 10;

    private final RecordingResult result;
    private final CorpusWrite write;
    private final EvidenceTotals totals;
    private final ReportLine report;

    /** Prepares to show a recording; {@code totals} is what its fixtures rest on. */
    public RecordPage(RecordingResult result, CorpusWrite write, EvidenceTotals totals, ReportLine report) {
        this.result = result;
        this.write = write;
        this.totals = totals;
        this.report = report;
    }

    @Override
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        lines.addAll(ScenarioCounts.failures(result));
        lines.add(ScenarioCounts.line(result));
        lines.add("fixtures   " + write.added().size() + " new, "
                + write.changed().size() + " changed, " + write.removed().size() + " removed, " + write.unchanged()
                + " unchanged");
        named(lines, "new", write.added());
        named(lines, "changed", write.changed());
        named(lines, "removed", write.removed());
        lines.add("evidence   " + totals);
        lines.add("corpus     " + Corpus.FOLDER);
        report.text().ifPresent(text -> lines.add("report     " + text));
        return lines;
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>(ScenarioCounts.json(result));
        json.put("new", strings(write.added()));
        json.put("changed", strings(write.changed()));
        json.put("removed", strings(write.removed()));
        json.put("unchanged", write.unchanged());
        json.putAll(totals.named());
        json.put("corpus", Corpus.FOLDER);
        report.made().ifPresent(path -> json.put("report", path));
        return json;
    }

    private static void named(List<String> lines, String what, List<FixtureName> names) {
        if (names.size() <= NAMED) {
            names.forEach(name -> lines.add("           " + what + ": " + name));
        }
    }

    private static List<String> strings(List<FixtureName> names) {
        return names.stream().map(FixtureName::toString).toList();
    }
}
