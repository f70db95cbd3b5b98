// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The journal as text: one JSON object per change, then one with their number. */
final class JournalText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JournalText() {}

    static String write(List<Change> changes) {
        StringBuilder text = new StringBuilder();
        for (Change change : changes) {
            line(
                    text,
                    change.content().isPresent()
                            ? Map.of(
                                    "write",
                                    List.of(change.path(), change.content().get()))
                            : Map.of("remove", change.path()));
        }
        line(text, Map.of("changes", changes.size()));
        return text.toString();
    }

    /**
     * Reads a journal.
     *
     * @throws IllegalStateException when it is not whole, which its atomic writing rules out
     */
    static List<Change> read(String text) {
        List<Change> changes = new ArrayList<>();
        int announced = -1;
        for (String line : text.lines().toList()) {
            JsonNode node = parse(line);
            if (node.has("changes")) {
                announced = node.get("changes").asInt();
            } else if (node.has("remove")) {
                changes.add(Change.remove(node.get("remove").asText()));
            } else {
                changes.add(Change.write(
                        node.path("write").path(0).asText(),
                        node.path("write").path(1).asText()));
            }
        }
        if (announced != changes.size()) {
            throw new IllegalStateException(
                    "the journal announces " + announced + " changes and has " + changes.size());
        }
        return changes;
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the journal is damaged", e);
        }
    }

    private static void line(StringBuilder text, Object value) {
        try {
            text.append(JSON.writeValueAsString(value)).append('\n');
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of strings are JSON", e);
        }
    }
}
