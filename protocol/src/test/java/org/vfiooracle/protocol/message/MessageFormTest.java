// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Part;
import org.vfiooracle.samples.Schemas;

/** What the schema of a message says, the reader holds, and the other way round. */
final class MessageFormTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "1",
            "-1",
            "65",
            "1.5",
            "\"\"",
            "\" \"",
            "\"a\\nb\"",
            "\"x\"",
            "[]",
            "[1]",
            "[\"x\"]",
            "{}");
    private static final Map<MessageForm, String> WHOLE = Map.of(
            MessageForm.ADAPTER_START,
            """
            {"type":"start","protocol":1,"name":"n","version":"v","platform":"phb4-linux-6.12.95-4k","topologies":["six-groups"],
             "observes":["answer"],"calls":["open"],"batch":"all","workers":2,"stand_in_bridge":true}""",
            MessageForm.ANSWER,
            """
            {"type":"answer","id":"ATTACH-012","steps":[{"answer":"fd"}],"stopped":{"operation":2,"reason":"r"}}""",
            MessageForm.SKIP,
            """
            {"type":"skip","id":"ATTACH-012","operation":2,"cause":"undefined","reason":"r"}""",
            MessageForm.CRASHED,
            """
            {"type":"crashed","id":"ATTACH-012","reason":"r"}""",
            MessageForm.TIMED_OUT,
            """
            {"type":"timed-out","id":"ATTACH-012","reason":"r"}""");

    private final JsonSchema schema = Schemas.of("protocol");
    private final MessageReader reader = new MessageReader(Observes.of(Part.ANSWER));
    private int compared;

    @Test
    void the_reader_takes_what_the_schema_allows_and_nothing_else() throws Exception {
        for (var entry : WHOLE.entrySet()) {
            JsonNode whole = JSON.readTree(entry.getValue());
            agree(whole);
            for (MessageField field : entry.getKey().fields()) {
                agree(((ObjectNode) whole.deepCopy()).without(field.key()));
                for (String value : VALUES) {
                    agree(((ObjectNode) whole.deepCopy()).set(field.key(), JSON.readTree(value)));
                }
            }
            agree(((ObjectNode) whole.deepCopy()).put("color", "red"));
        }

        assertThat(compared).isGreaterThan(300);
    }

    @Test
    void the_parts_of_an_answer_are_held_in_the_same_way() throws Exception {
        JsonNode answer = JSON.readTree(WHOLE.get(MessageForm.ANSWER));
        JsonNode step = JSON.readTree(
                "{\"answer\":0,\"out\":{},\"locked_pages\":0,\"effects\":[],\"calls\":[],\"rule\":\"r\"}");
        for (MessageField field : MessageForm.STEP.fields()) {
            agree(with(answer, ((ObjectNode) step.deepCopy()).without(field.key())));
            for (String value : VALUES) {
                boolean any = field.key().equals("out") || field.key().equals("locked_pages") && value.equals("-1");
                if (!any) {
                    agree(with(answer, ((ObjectNode) step.deepCopy()).set(field.key(), JSON.readTree(value))));
                }
            }
        }
        for (MessageField field : MessageForm.STOPPED.fields()) {
            ObjectNode changed = answer.deepCopy();
            ((ObjectNode) changed.get("stopped")).remove(field.key());
            agree(changed);
            for (String value : VALUES) {
                ((ObjectNode) changed.get("stopped")).set(field.key(), JSON.readTree(value));
                agree(changed);
            }
        }

        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void the_offending_field_is_named() {
        assertThat(problem("{\"type\":\"skip\",\"id\":\"ATTACH-012\",\"reason\":\"r\",\"color\":1}"))
                .startsWith("color: expected no other key here");
        assertThat(problem("{\"type\":\"answer\",\"id\":\"ATTACH-012\",\"steps\":[{\"answer\":0,\"colour\":1}]}"))
                .startsWith("steps[0].colour: expected no other key here");
        assertThat(problem("{\"type\":\"crashed\",\"id\":\"ATTACH-012\",\"operation\":1,\"reason\":\"r\"}"))
                .startsWith("operation: expected no other key here");
    }

    private static JsonNode with(JsonNode answer, JsonNode step) {
        ObjectNode changed = answer.deepCopy();
        changed.putArray("steps").add(step);
        return changed;
    }

    private void agree(JsonNode message) {
        String line = message.toString();
        boolean allowed = Schemas.problemsOfJson(schema, line).isEmpty();

        compared++;
        if (problem(line).contains(", since ")) {
            return; // a schema cannot compare a number with the length of a list
        }
        assertThat(problem(line).isEmpty()).as(line + ": " + problem(line)).isEqualTo(allowed);
    }

    private String problem(String line) {
        try {
            if (line.startsWith("{\"type\":\"start\"")) {
                MessageReader.start(line);
            } else {
                reader.closing(line);
            }
            return "";
        } catch (Garbage garbage) {
            return String.valueOf(garbage.getMessage());
        }
    }
}
