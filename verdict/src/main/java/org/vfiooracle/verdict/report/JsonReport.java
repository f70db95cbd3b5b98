// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.conformance.compare.CallStatistics;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.conformance.compare.Difference;
import org.vfiooracle.conformance.compare.Objection;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.contract.codec.CaseCodec;
import org.vfiooracle.contract.format.PrettyJson;
import org.vfiooracle.contract.observation.Part;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.verdict.cause.CauseGroup;
import org.vfiooracle.verdict.nearest.Behaviour;
import org.vfiooracle.verdict.nearest.OtherMachine;

/** A result for programs: every fixture, and the findings by cause. */
final class JsonReport {
    private static final int FORMAT = 2;

    private final Lookup lookup;

    JsonReport(Lookup lookup) {
        this.lookup = lookup;
    }

    String of(ExplainedResult findings, Map<String, Object> more) {
        DiffResult result = findings.result();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("finding", result.finding());
        tree.put("about", findings.about());
        tree.put("summary", summary(result));
        findings.behaviour().ifPresent(behaviour -> tree.put("behaves_like", behaviour(behaviour)));
        tree.put(
                "causes",
                findings.groups().stream().map(group -> cause(group, findings)).toList());
        tree.put(
                "fixtures",
                result.comparisons().stream()
                        .map(comparison -> fixture(comparison, findings))
                        .toList());
        tree.put("missing", keys(result.missing()));
        tree.put("extra", keys(result.extra()));
        tree.put(
                "calls",
                result.statistics().calls().stream().map(JsonReport::call).toList());
        tree.put("notes", result.notes());
        tree.put(
                "objections",
                result.objections().stream().map(JsonReport::objection).toList());
        tree.putAll(more);
        return PrettyJson.of(tree);
    }

    private static Map<String, Object> summary(DiffResult result) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("compared_fixtures", result.statistics().total());
        tree.put("compared_operations", result.statistics().operationsCompared());
        tree.put("not_reached_operations", result.statistics().operationsNotReached());
        for (Verdict verdict : Verdict.values()) {
            tree.put(verdict.key(), result.statistics().count(verdict));
        }
        tree.put("missing", result.missing().size());
        tree.put("extra", result.extra().size());
        return tree;
    }

    private Map<String, Object> fixture(Comparison comparison, ExplainedResult findings) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", comparison.id().toString());
        tree.put("platform", comparison.platform().toString());
        tree.put("place", lookup.place().apply(comparison.id()));
        tree.put("verdict", comparison.verdict().key());
        tree.put("reason", comparison.reason());
        findings.time(comparison.id()).ifPresent(time -> tree.put("milliseconds", time.toNanos() / 1e6));
        tree.put("not_reached", comparison.notReached());
        tree.put("fixed", List.copyOf(comparison.fixedBy()));
        tree.put("compared", comparison.compared().keys());
        tree.put(
                "not_compared", comparison.notCompared().stream().map(Part::key).toList());
        tree.put(
                "differences",
                comparison.differences().stream().map(JsonReport::difference).toList());
        return tree;
    }

    private static Map<String, Object> behaviour(Behaviour behaviour) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("machine", behaviour.machine().name());
        tree.put("likely", behaviour.likely());
        tree.put("differing", behaviour.differing());
        tree.put("explained", behaviour.explained());
        tree.put("conforming", behaviour.conforming());
        tree.put("kept", behaviour.kept());
        return tree;
    }

    private static Map<String, Object> cause(CauseGroup group, ExplainedResult findings) {
        Comparison example = group.example();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("what", group.cause().text());
        tree.put("verdict", group.cause().verdict().key());
        tree.put("rule", group.cause().rule());
        tree.put(
                "example",
                keys(List.of(new FixtureName(example.platform(), example.id()))).get(0));
        findings.explanation(example).ifPresent(explanation -> {
            tree.put("before", explanation.before());
            explanation.shortest().ifPresent(shortest -> tree.put("shortest", CaseCodec.encode(shortest.performed())));
            tree.put(
                    "nearest",
                    explanation.nearest().machines().stream()
                            .map(OtherMachine::name)
                            .toList());
            tree.put("nearest_agrees", explanation.nearest().agreement().name().toLowerCase(Locale.ROOT));
        });
        tree.put(
                "fixtures",
                keys(group.comparisons().stream()
                        .map(one -> new FixtureName(one.platform(), one.id()))
                        .toList()));
        return tree;
    }

    /** Numbers are numbers, and what is absent is null; hex texts stay texts, as in fixtures. */
    private static @Nullable Object value(String text) {
        if (text.equals(Difference.NOTHING)) {
            return null;
        }
        return text.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(text) : text;
    }

    private static Map<String, Object> difference(Difference difference) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("step", difference.step());
        tree.put("operation", difference.operation());
        tree.put("part", difference.part().key());
        tree.put("field", difference.field());
        tree.put("expected", value(difference.expected()));
        tree.put("found", value(difference.found()));
        tree.put("rule", difference.rule());
        return tree;
    }

    private static Map<String, Object> objection(Objection objection) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", objection.file());
        tree.put("line", objection.line());
        tree.put("column", objection.column());
        tree.put("text", objection.text());
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
