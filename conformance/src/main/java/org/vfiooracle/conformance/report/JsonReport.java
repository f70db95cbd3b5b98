// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.conformance.compare.CallStatistics;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.conformance.compare.Difference;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.contract.format.PrettyJson;
import org.vfiooracle.contract.observation.Part;
import org.vfiooracle.corpus.store.FixtureName;

/** A result for programs. What conforms is counted, and everything else is listed, one entry for each fixture. */
final class JsonReport {
    private static final int FORMAT = 1;

    private final Lookup lookup;

    JsonReport(Lookup lookup) {
        this.lookup = lookup;
    }

    String of(DiffResult result, Map<String, Object> more) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("finding", result.finding());
        tree.put("summary", summary(result));
        tree.put(
                "fixtures",
                result.comparisons().stream()
                        .filter(comparison -> comparison.verdict() != Verdict.CONFORMS)
                        .map(this::fixture)
                        .toList());
        tree.put("missing", keys(result.missing()));
        tree.put("extra", keys(result.extra()));
        tree.put(
                "calls",
                result.statistics().calls().stream().map(JsonReport::call).toList());
        tree.put("notes", result.notes());
        tree.putAll(more);
        return PrettyJson.of(tree);
    }

    private static Map<String, Object> summary(DiffResult result) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("compared_fixtures", result.statistics().total());
        tree.put("compared_operations", result.statistics().operationsCompared());
        for (Verdict verdict : Verdict.values()) {
            tree.put(verdict.key(), result.statistics().count(verdict));
        }
        tree.put("missing", result.missing().size());
        tree.put("extra", result.extra().size());
        return tree;
    }

    private Map<String, Object> fixture(Comparison comparison) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", comparison.id().toString());
        tree.put("platform", comparison.platform().toString());
        tree.put("place", lookup.place().apply(comparison.id()));
        tree.put("verdict", comparison.verdict().key());
        tree.put("reason", comparison.reason());
        tree.put("fixed", List.copyOf(comparison.fixedBy()));
        tree.put("compared", comparison.compared().keys());
        tree.put(
                "not_compared", comparison.notCompared().stream().map(Part::key).toList());
        tree.put(
                "differences",
                comparison.differences().stream().map(JsonReport::difference).toList());
        return tree;
    }

    private static Map<String, Object> difference(Difference difference) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("step", difference.step());
        tree.put("operation", difference.operation());
        tree.put("part", difference.part().key());
        tree.put("field", difference.field());
        tree.put("expected", difference.expected());
        tree.put("found", difference.found());
        tree.put("rule", difference.rule());
        return tree;
    }

    private static Map<String, Object> call(CallStatistics call) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("call", call.call());
        tree.put("compared", call.compared());
        tree.put("not_compared", call.notCompared());
        tree.put("fields_not_compared", call.fields());
        return tree;
    }

    private static List<Map<String, Object>> keys(List<FixtureName> keys) {
        return keys.stream()
                .map(key -> {
                    Map<String, Object> tree = new LinkedHashMap<>();
                    tree.put("id", key.id().toString());
                    tree.put("platform", key.platform().toString());
                    return tree;
                })
                .toList();
    }
}
