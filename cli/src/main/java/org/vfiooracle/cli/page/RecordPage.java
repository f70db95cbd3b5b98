// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.cli.output.Page;
import org.vfiooracle.corpus.evidence.EvidenceTotals;
import org.vfiooracle.corpus.evidence.Ledgers;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.corpus.store.CorpusWrite;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.steps.RecordingResult;

/** What a recording did. */
public final class RecordPage implements Page {
    private static final int NAMED = 10;

    private final RecordingResult result;
    private final CorpusWrite write;
    private final Optional<String> report;
    private final EvidenceTotals totals;

    /** Prepares to show a recording; {@code report} is the file to open, if it was made. */
    public RecordPage(Corpus corpus, RecordingResult result, CorpusWrite write, Optional<String> report) {
        this.result = result;
        this.write = write;
        this.report = report;
        this.totals = EvidenceTotals.of(result.fixtures(), Ledgers.read(corpus.root()));
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
        report.ifPresent(path -> lines.add("report     " + path + " (to open), reports/html/allure (to serve)"));
        return lines;
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>(ScenarioCounts.json(result));
        json.put("new", strings(write.added()));
        json.put("changed", strings(write.changed()));
        json.put("removed", strings(write.removed()));
        json.put("unchanged", write.unchanged());
        json.put("observed", totals.observed());
        json.put("read", totals.read());
        json.put("inferred", totals.inferred());
        json.put("corpus", Corpus.FOLDER);
        report.ifPresent(path -> json.put("report", path));
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
