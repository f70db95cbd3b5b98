// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.observation.Witness;
import org.vfiooracle.contract.yaml.YamlWriter;
import org.vfiooracle.corpus.evidence.Evidence;
import org.vfiooracle.corpus.evidence.EvidenceTotals;
import org.vfiooracle.corpus.evidence.Ledgers;
import org.vfiooracle.corpus.store.CorpusIndex;
import org.vfiooracle.corpus.store.FixtureName;

/**
 * What each fixture of a bundle rests on: the ledgers and the rules, joined.
 *
 * @param totals how many rest on what
 * @param entries by name
 */
record EvidenceList(EvidenceTotals totals, SortedMap<FixtureName, Evidence> entries) {
    private static final long FORMAT = 1;

    static EvidenceList of(CorpusIndex index, Ledgers ledgers) {
        SortedMap<FixtureName, Evidence> entries = new TreeMap<>();
        index.entries().forEach((name, entry) -> entries.put(name, Evidence.of(entry, ledgers)));
        return new EvidenceList(EvidenceTotals.of(index, ledgers), entries);
    }

    String text() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("totals", totals.named());
        tree.put(
                "fixtures",
                entries.entrySet().stream()
                        .map(entry -> entry(entry.getKey(), entry.getValue()))
                        .toList());
        return FixtureFile.LICENCE + YamlWriter.write(tree);
    }

    private static Map<String, Object> entry(FixtureName name, Evidence evidence) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("path", name.path());
        tree.put("evidence", evidence.claim().toString());
        List<String> machines =
                evidence.witnesses().stream().map(Witness::toString).toList();
        if (!machines.isEmpty()) {
            tree.put("machines", machines);
        }
        return tree;
    }
}
