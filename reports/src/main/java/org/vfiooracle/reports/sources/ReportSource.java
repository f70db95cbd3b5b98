// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.sources;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.corpus.evidence.EvidenceTotals;

/**
 * What the result of one case was made from.
 *
 * @param id the case
 * @param file the mark of its file in the corpus
 * @param feature the path of its feature
 * @param text the mark of that feature
 * @param evidence what its fixtures rest on
 */
record ReportSource(CaseId id, String file, String feature, String text, EvidenceTotals evidence) {
    String line() {
        return String.join(
                "\t",
                id.toString(),
                file,
                feature,
                text,
                evidence.named().values().stream().map(String::valueOf).collect(joining(" ")));
    }

    static ReportSource parse(String line) {
        String[] cells = line.split("\t");
        List<Integer> counts =
                List.of(cells[4].split(" ")).stream().map(Integer::valueOf).toList();
        return new ReportSource(
                CaseId.parse(cells[0]),
                cells[1],
                cells[2],
                cells[3],
                new EvidenceTotals(counts.get(0), counts.get(1), counts.get(2), counts.get(3)));
    }
}
