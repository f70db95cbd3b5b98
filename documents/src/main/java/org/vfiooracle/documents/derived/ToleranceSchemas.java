// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.derived;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.contract.declaration.Declaration;
import org.vfiooracle.contract.declaration.Declarations;
import org.vfiooracle.verdict.tolerance.ErrorFile;
import org.vfiooracle.verdict.tolerance.WaiverFile;

/** The schemas of what somebody declares of an implementation: waivers, and names of errors. */
final class ToleranceSchemas {
    private static final Map<String, Object> INTEGER = Map.of("type", "integer");

    private final Declarations declarations;

    ToleranceSchemas(Declarations declarations) {
        this.declarations = declarations;
    }

    /** The schema of a file of waivers. */
    String waivers() {
        Map<String, Object> waiver = new LinkedHashMap<>();
        waiver.put(
                "case",
                described(
                        "An id (all rows of a scenario), a pattern with *, or an area", "^" + WaiverFile.CASES + "$"));
        waiver.put("platform", described("A platform, or a pattern with *", "^[a-z0-9.*-]+$"));
        waiver.put("call", choice("The call that is answered otherwise", calls()));
        waiver.put("field", described("What of its answer: answer, locked_pages, out.flags", "^[a-z_.0-9]+$"));
        waiver.put("rule", described("The rule that decides what is expected", "^[a-z0-9.-]+$"));
        waiver.put("answers", answers());
        waiver.put(
                "verdict",
                choice(
                        "How the case ends; differs when it is absent",
                        WaiverFile.VERDICTS.stream().map(Verdict::key).toList()));
        waiver.put("reason", described("Why the difference is expected", "\\S"));
        waiver.put("link", described("Where more is told", "\\S"));
        waiver.put("until", described("The last day on which it holds", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"));
        Map<String, Object> item = object(waiver, List.of("reason"));
        item.put("anyOf", List.of(required("case"), required("call"), required("rule")));
        return document("Differences that are expected of an implementation", "waivers", item);
    }

    /** The schema of a file of errors. */
    String errors() {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("own", either("What the implementation answers", ErrorFile.OWN));
        error.put("means", either("The errno that it means", ErrorFile.ERRNO));
        return document(
                "What an implementation calls the errors of Linux", "errors", object(error, List.of("own", "means")));
    }

    private List<String> calls() {
        return declarations.all().stream().map(Declaration::name).distinct().toList();
    }

    private static Map<String, Object> answers() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("description", "What else is a legal answer; any when it is absent");
        tree.put("type", "array");
        tree.put("minItems", 1);
        tree.put("items", Map.of("anyOf", List.of(INTEGER, pattern("^[A-Za-z][A-Za-z0-9_:.]*$"))));
        return tree;
    }

    private static String document(String title, String key, Map<String, Object> item) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("type", "array");
        list.put("minItems", 1);
        list.put("items", item);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("format", Map.of("const", 1));
        properties.put(key, list);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$comment", "SPDX-License-Identifier: CC0-1.0");
        schema.put("title", title);
        schema.putAll(object(properties, List.of("format", key)));
        return CompactJson.of(schema);
    }

    private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "object");
        tree.put("properties", properties);
        tree.put("required", required);
        tree.put("additionalProperties", false);
        return tree;
    }

    private static Map<String, Object> described(String description, String pattern) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("description", description);
        tree.putAll(pattern(pattern));
        return tree;
    }

    private static Map<String, Object> pattern(String pattern) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "string");
        tree.put("pattern", pattern);
        return tree;
    }

    private static Map<String, Object> choice(String description, List<String> values) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("description", description);
        tree.put("enum", values);
        return tree;
    }

    private static Map<String, Object> either(String description, String pattern) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("description", description);
        tree.put("anyOf", List.of(INTEGER, pattern("^" + pattern + "$")));
        return tree;
    }

    private static Map<String, Object> required(String key) {
        return Map.of("required", List.of(key));
    }
}
