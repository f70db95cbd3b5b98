// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.derived;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vfiooracle.contract.declaration.Argument;
import org.vfiooracle.contract.declaration.Declaration;
import org.vfiooracle.contract.declaration.Declarations;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.Repeat;
import org.vfiooracle.engine.operation.Spelling;

/** The parts of a schema that say what an operation is, and which fields a call can fill in. */
final class OperationSchema {
    private static final String PROPERTIES = "properties";
    private static final String REQUIRED = "required";

    /** Without an upper bound since format 1: a schema does not begin to refuse what it took. */
    private static final Set<OutField> UNBOUNDED =
            Set.of(OutField.DDW_MAX_DYNAMIC_WINDOWS_SUPPORTED, OutField.DDW_LEVELS);

    private final Declarations declarations;

    OperationSchema(Declarations declarations) {
        this.declarations = declarations;
    }

    /** Returns {@code schema} with what it says of operations and of fields that are filled in. */
    String in(String schema) {
        Map<String, Object> tree = CompactJson.read(schema);
        if (!(tree.get("$defs") instanceof Map<?, ?> present)) {
            throw new IllegalArgumentException("the schema has no $defs");
        }
        Map<String, Object> definitions = new LinkedHashMap<>();
        present.forEach((key, value) -> definitions.put(String.valueOf(key), value));
        definitions.replace("operation", operation());
        definitions.replace("out", out());
        tree.put("$defs", definitions);
        return CompactJson.of(tree);
    }

    private Map<String, Object> operation() {
        Map<String, List<Declaration>> byName = declarations.byName();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(
                "description",
                "One call, with the arguments of its struct in <linux/vfio.h>; or what a program above VFIO is told");
        tree.put("type", "object");
        Map<String, Object> common = new LinkedHashMap<>();
        common.put("op", Map.of("enum", List.copyOf(byName.keySet())));
        Map<String, Object> by = described("The process that makes the call, when it is not the first");
        by.putAll(reference("handle"));
        common.put("by", by);
        tree.put(PROPERTIES, common);
        tree.put(REQUIRED, List.of("op"));
        List<Object> rules = new ArrayList<>();
        byName.forEach((name, each) -> rules.add(rule(name, each)));
        tree.put("allOf", rules);
        return tree;
    }

    private static Map<String, Object> rule(String name, List<Declaration> declarations) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("if", Map.of(PROPERTIES, Map.of("op", Map.of("const", name))));
        List<Map<String, Object>> forms =
                declarations.stream().map(OperationSchema::form).toList();
        tree.put("then", forms.size() == 1 ? forms.get(0) : Map.of("oneOf", forms));
        return tree;
    }

    private static Map<String, Object> form(Declaration declaration) {
        Map<String, Object> properties = new LinkedHashMap<>();
        declaration.constants().forEach((key, value) -> properties.put(key, Map.of("const", value)));
        List<String> required = new ArrayList<>(properties.keySet());
        for (Argument argument : declaration.arguments()) {
            properties.put(argument.key(), spelled(argument));
            if (argument.spelling() != Spelling.POINTER && !argument.seldom()) {
                required.add(argument.key());
            }
        }
        Map<String, Object> form = new LinkedHashMap<>();
        form.put(PROPERTIES, properties);
        form.put(REQUIRED, required);
        return form;
    }

    private static Map<String, Object> spelled(Argument argument) {
        return switch (argument.spelling()) {
            case HANDLE -> reference("handle");
            case DESCRIPTOR -> reference("descriptor");
            case GROUP -> {
                Map<String, Object> tree =
                        described("Name of an IOMMU group in the topology; or a number that no group has");
                tree.putAll(matching("^([A-Z][A-Za-z0-9]*|none)$"));
                yield tree;
            }
            case DEVICE -> reference("device");
            case ADDRESS -> reference("address");
            case POINTER -> reference("pointer");
            case COUNT -> argument.isWord() ? reference("word") : reference("count");
            case LIMIT -> reference("memlock");
            case CAPABILITIES -> reference("capabilities");
            case BACKING -> reference("backing");
            case ACCESS -> reference("access");
            case TIMES -> {
                Map<String, Object> tree = described("How often the request is made if none is refused");
                tree.put("type", "integer");
                tree.put("minimum", 1);
                tree.put("maximum", Repeat.MOST);
                yield tree;
            }
            case CALL -> reference("operation");
            case HEX -> reference("hex");
            case HEXES -> list(reference("hex"));
            case BUFFER -> {
                Map<String, Object> tree = described("Name of a buffer of the process");
                tree.putAll(matching("^[A-Z][A-Za-z0-9]*$"));
                yield tree;
            }
            case PROGRAM -> matching("^[a-z][a-z0-9.-]*$");
            case PLACED_DEVICES -> {
                Map<String, Object> tree = described("Device@bridge of the guest, in order");
                tree.putAll(list(matching("^[A-Z][A-Za-z0-9]*\\.[0-9]+@[0-9]{1,2}$")));
                yield tree;
            }
        };
    }

    private static Map<String, Object> out() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (OutField field : OutField.values()) {
            properties.put(field.key(), filled(field));
        }
        Map<String, Object> tree =
                described("Fields that a successful call filled in; and how many requests of a repeat succeeded");
        tree.put("type", "object");
        tree.put(PROPERTIES, properties);
        tree.put("additionalProperties", false);
        tree.put("minProperties", 1);
        return tree;
    }

    private static Map<String, Object> filled(OutField field) {
        if (UNBOUNDED.contains(field)) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("type", "integer");
            tree.put("minimum", 0);
            return tree;
        }
        return reference(field.hex() ? "hex" : "count");
    }

    private static Map<String, Object> described(String description) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("description", description);
        return tree;
    }

    private static Map<String, Object> reference(String definition) {
        return Map.of("$ref", "#/$defs/" + definition);
    }

    private static Map<String, Object> matching(String pattern) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "string");
        tree.put("pattern", pattern);
        return tree;
    }

    private static Map<String, Object> list(Map<String, Object> items) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "array");
        tree.put("items", items);
        return tree;
    }
}
