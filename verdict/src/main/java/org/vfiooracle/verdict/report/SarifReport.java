// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.conformance.compare.Objection;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.format.PrettyJson;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.Rule;

/** A result as a SARIF 2.1.0 log: a result for each finding, at the scenario that tells the case. */
final class SarifReport {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final Lookup lookup;
    private final FailureText failures;
    private final String version;
    private final SortedMap<String, Map<String, Object>> rules = new TreeMap<>();

    SarifReport(Lookup lookup, String version) {
        this.lookup = lookup;
        this.failures = new FailureText(lookup);
        this.version = version;
    }

    String of(ExplainedResult findings) {
        DiffResult result = findings.result();
        List<Map<String, Object>> results = new ArrayList<>();
        for (Comparison one : result.comparisons()) {
            if (one.verdict().finding() || one.verdict() == Verdict.WAIVED) {
                results.add(result(one));
            }
        }
        result.missing().forEach(name -> results.add(result(name, "missing", "no answer to @" + name)));
        result.extra().forEach(name -> results.add(result(name, "extra", "no fixture for @" + name)));
        result.objections().forEach(one -> results.add(objection(one)));
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "vfio-oracle");
        driver.put("version", version);
        driver.put("rules", List.copyOf(rules.values()));
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("invocations", List.of(Map.of("executionSuccessful", true)));
        run.put("properties", findings.about());
        run.put("results", results);
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return PrettyJson.of(log);
    }

    private Map<String, Object> result(Comparison comparison) {
        String rule = comparison.differences().isEmpty()
                ? comparison.verdict().key()
                : comparison.differences().get(0).rule();
        String id = rule.isEmpty() ? comparison.verdict().key() : rule;
        String text = FailureText.statement(comparison);
        Map<String, Object> tree = entry(id, comparison.id(), comparison.platform(), text);
        if (comparison.verdict() == Verdict.WAIVED) {
            tree.put(
                    "suppressions",
                    List.of(tree("kind", "external", "status", "accepted", "justification", comparison.reason())));
        }
        return tree;
    }

    private Map<String, Object> result(FixtureName name, String rule, String text) {
        return entry(rule, name.id(), name.platform(), text);
    }

    private Map<String, Object> entry(String rule, CaseId id, PlatformId platform, String text) {
        rules.computeIfAbsent(rule, this::rule);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("ruleId", rule);
        tree.put("level", "error");
        tree.put("message", Map.of("text", failures.heading(id, platform) + ": " + text));
        tree.put("locations", List.of(location(id, platform)));
        tree.put("partialFingerprints", Map.of("fixture/v1", id + "/" + platform));
        return tree;
    }

    private Map<String, Object> objection(Objection objection) {
        rules.computeIfAbsent("waiver", this::rule);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("ruleId", "waiver");
        tree.put("level", "error");
        tree.put("message", Map.of("text", objection.text()));
        tree.put(
                "locations",
                List.of(Map.of(
                        "physicalLocation",
                        place(
                                objection.file(),
                                tree("startLine", objection.line(), "startColumn", objection.column())))));
        tree.put("partialFingerprints", Map.of("fixture/v1", objection.place()));
        return tree;
    }

    private Map<String, Object> rule(String id) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", id);
        tree.put(
                "shortDescription",
                Map.of("text", lookup.rule().apply(id).map(Rule::sentence).orElse(id)));
        return tree;
    }

    /** A case without a scenario is a file of the corpus, or of somebody else; it has a name in any case. */
    private Map<String, Object> location(CaseId id, PlatformId platform) {
        Map<String, Object> tree = new LinkedHashMap<>();
        ReportPlace.of(lookup.place().apply(id))
                .ifPresent(place -> tree.put("physicalLocation", place(place.file(), tree("startLine", place.line()))));
        tree.put("logicalLocations", List.of(tree("name", id.toString(), "fullyQualifiedName", platform + "/" + id)));
        return tree;
    }

    private static Map<String, Object> place(String file, Map<String, Object> region) {
        return tree("artifactLocation", Map.of("uri", file), "region", region);
    }

    /** Keys, each followed by its value: the same bytes on every run. */
    private static Map<String, Object> tree(Object... entries) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            tree.put((String) entries[i], entries[i + 1]);
        }
        return tree;
    }
}
