// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.derived;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.contract.observation.Halt;
import org.vfiooracle.contract.observation.Part;
import org.vfiooracle.protocol.message.Announcement;
import org.vfiooracle.protocol.message.MessageField;
import org.vfiooracle.protocol.message.MessageForm;
import org.vfiooracle.protocol.message.MessageReader;

/** The parts of the schema of the protocol that say what a message is. */
final class MessageSchema {
    private MessageSchema() {}

    /** Returns {@code schema} with what it says of messages; its other definitions stay. */
    static String in(String schema) {
        Map<String, Object> tree = CompactJson.read(schema);
        if (!(tree.get("$defs") instanceof Map<?, ?> present)) {
            throw new IllegalArgumentException("the schema has no $defs");
        }
        Map<String, Object> definitions = new LinkedHashMap<>();
        present.forEach((key, value) -> definitions.put(String.valueOf(key), value));
        List<Object> messages = new ArrayList<>();
        for (MessageForm form : MessageForm.values()) {
            definitions.put(form.key(), definition(form));
            form.type().ifPresent(type -> messages.add(reference(form.key())));
        }
        tree.put("oneOf", messages);
        tree.put("$defs", definitions);
        return CompactJson.of(tree);
    }

    private static Map<String, Object> definition(MessageForm form) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        form.type().ifPresent(type -> {
            properties.put("type", Map.of("const", type));
            required.add("type");
        });
        for (MessageField field : form.fields()) {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("description", field.meaning());
            value.putAll(value(field.content()));
            properties.put(field.key(), value);
            if (field.required()) {
                required.add(field.key());
            }
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "object");
        tree.put("properties", properties);
        tree.put("required", required);
        tree.put("additionalProperties", false);
        return tree;
    }

    private static Map<String, Object> value(MessageField.Content content) {
        return switch (content) {
            case PROTOCOL -> Map.of("const", Announcement.PROTOCOL);
            case LINE -> text("^[^\\n]*[^\\s][^\\n]*$", Announcement.LONGEST_NAME);
            case PLATFORM -> reference("platform");
            case TOPOLOGY -> reference("topology");
            case TOPOLOGIES -> list(reference("topology"));
            case PARTS -> parts();
            case CALLS -> calls();
            case BATCH -> Map.of("oneOf", List.of(from(1), Map.of("const", "all")));
            case ORDINAL -> from(1);
            case WORKERS -> workers();
            case TRUTH -> Map.of("type", "boolean");
            case CASE_ID -> reference("caseId");
            case PROCESS -> reference("process");
            case OPERATIONS -> list(reference("bareOperation"));
            case STEPS -> list(reference(MessageForm.STEP.key()));
            case STATE -> reference("state");
            case HALT -> reference(MessageForm.STOPPED.key());
            case CAUSE -> Map.of("enum", Halt.Cause.keys());
            case REASON -> matching("\\S");
            case ANSWER -> answer();
            case OUT -> Map.of("type", "object");
            case PAGES -> reference("pages");
            case EFFECTS -> list(reference("effect"));
            case HOST_CALLS -> list(reference("programCall"));
            case RULE -> Map.of("type", "string");
        };
    }

    private static Map<String, Object> answer() {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("description", "An error of the implementation's own (run --errors)");
        own.putAll(matching("^" + MessageReader.OWN_ERROR + "$"));
        return Map.of("anyOf", List.of(reference("answer"), own));
    }

    private static Map<String, Object> parts() {
        Map<String, Object> tree =
                list(Map.of("enum", Arrays.stream(Part.values()).map(Part::key).toList()));
        tree.put("uniqueItems", true);
        return tree;
    }

    /** An operation by its name, or with the values that its arguments may have. */
    private static Map<String, Object> calls() {
        Map<String, Object> name = reference("operation/properties/op");
        Map<String, Object> restricted = new LinkedHashMap<>();
        restricted.put("type", "object");
        restricted.put("properties", Map.of("op", name));
        restricted.put("required", List.of("op"));
        restricted.put("additionalProperties", Map.of("type", "array"));
        Map<String, Object> tree = list(Map.of("oneOf", List.of(name, restricted)));
        tree.put("minItems", 1);
        return tree;
    }

    private static Map<String, Object> from(int least) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "integer");
        tree.put("minimum", least);
        return tree;
    }

    private static Map<String, Object> workers() {
        Map<String, Object> tree = from(1);
        tree.put("maximum", Announcement.MOST_WORKERS);
        return tree;
    }

    private static Map<String, Object> text(String pattern, int longest) {
        Map<String, Object> tree = matching(pattern);
        tree.put("maxLength", longest);
        return tree;
    }

    private static Map<String, Object> matching(String pattern) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "string");
        tree.put("pattern", pattern);
        return tree;
    }

    private static Map<String, Object> reference(String definition) {
        return Map.of("$ref", "#/$defs/" + definition);
    }

    private static Map<String, Object> list(Map<String, Object> items) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "array");
        tree.put("items", items);
        return tree;
    }
}
