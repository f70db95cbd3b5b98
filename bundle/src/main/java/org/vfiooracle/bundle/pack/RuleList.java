// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.pack;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.yaml.YamlWriter;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.oracle.Deviations;
import org.vfiooracle.oracle.ProgramDeviations;
import org.vfiooracle.oracle.Rules;
import org.vfiooracle.programs.vmm.ProgramDeviation;

/** The rules and deviations that fixtures name by id, with their sentences and sources. */
final class RuleList {
    private static final long FORMAT = 1;

    private RuleList() {}

    static String text() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("rules", Rules.all().stream().map(RuleList::rule).toList());
        tree.put(
                "deviations",
                Stream.concat(
                                Deviations.ALL.stream().map(RuleList::deviation),
                                ProgramDeviations.ALL.stream().map(RuleList::deviation))
                        .toList());
        return FixtureFile.LICENCE + YamlWriter.write(tree);
    }

    private static Map<String, Object> rule(Rule rule) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", rule.id());
        tree.put("sentence", rule.sentence());
        tree.put("requirement", rule.requirement().name().toLowerCase(Locale.ROOT));
        tree.put("source", rule.source().text());
        tree.put("evidence", rule.evidence().name().toLowerCase(Locale.ROOT));
        return tree;
    }

    private static Map<String, Object> deviation(Deviation deviation) {
        return deviation(
                deviation.id(), deviation.sentence(), deviation.releases().toString(), deviation.source());
    }

    private static Map<String, Object> deviation(ProgramDeviation deviation) {
        return deviation(deviation.id(), deviation.sentence(), deviation.versions(), deviation.source());
    }

    private static Map<String, Object> deviation(String id, String sentence, String releases, String source) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", id);
        tree.put("sentence", sentence);
        tree.put("releases", releases);
        tree.put("source", source);
        return tree;
    }
}
