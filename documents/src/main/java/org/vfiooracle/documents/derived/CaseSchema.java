// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.derived;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The schema of case files: the parts are those of fixtures, in another arrangement. */
final class CaseSchema {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> HEAD = List.of("format", "id", "case", "feature", "topology", "process");
    private static final List<String> REQUIRED =
            List.of("format", "id", "topology", "process", "operations", "answers");

    private CaseSchema() {}

    /**
     * Returns the text of the schema.
     *
     * @param fixtures the text of the schema of fixtures
     */
    static String of(String fixtures) {
        JsonNode fixture = read(fixtures);
        ObjectNode schema = JSON.createObjectNode();
        schema.set("$schema", fixture.get("$schema"));
        schema.set("$comment", fixture.get("$comment"));
        schema.put("title", "A case with the answers of all platforms that run it");
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        HEAD.forEach(key -> properties.set(key, fixture.at("/properties/" + key)));
        properties.set("operations", list(reference("operation"), 0));
        properties.set("answers", list(answer(), 1));
        REQUIRED.forEach(schema.putArray("required")::add);
        schema.put("additionalProperties", false);
        schema.set("$defs", definitions(fixture));
        return schema.toPrettyString().replace("\" : ", "\": ").replace("[ ]", "[]") + "\n";
    }

    private static ObjectNode definitions(JsonNode fixture) {
        ObjectNode definitions = fixture.get("$defs").deepCopy();
        definitions.remove(List.of("step", "hash"));
        ObjectNode step = definitions.putObject("step");
        step.put("description", "What the platforms of the answer say to one operation");
        step.put("type", "object");
        ObjectNode properties = step.putObject("properties");
        properties.set("op", fixture.at("/$defs/operation/properties/op"));
        fixture.at("/$defs/outcome/properties")
                .fields()
                .forEachRemaining(field -> properties.set(field.getKey(), field.getValue()));
        properties.set("rule", reference("rule"));
        properties.set("intended", reference("intended"));
        ArrayNode required = step.putArray("required").add("op");
        fixture.at("/$defs/outcome/required").forEach(required::add);
        required.add("rule");
        step.put("additionalProperties", false);
        return definitions;
    }

    private static ObjectNode answer() {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("type", "object");
        ObjectNode properties = answer.putObject("properties");
        properties.set("platforms", list(reference("platform"), 1));
        properties.set("steps", list(reference("step"), 0));
        properties.set("state", reference("state"));
        answer.putArray("required").add("platforms").add("steps").add("state");
        answer.put("additionalProperties", false);
        return answer;
    }

    private static ObjectNode list(JsonNode items, int least) {
        ObjectNode list = JSON.createObjectNode();
        list.put("type", "array");
        list.set("items", items);
        if (least > 0) {
            list.put("minItems", least);
        }
        return list;
    }

    private static ObjectNode reference(String definition) {
        return JSON.createObjectNode().put("$ref", "#/$defs/" + definition);
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the schema of fixtures is no JSON", e);
        }
    }
}
