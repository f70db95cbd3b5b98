// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.derived;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON that people read: what fits into a line stands in one, keys in the order of the tree, 2 spaces, LF. */
final class CompactJson {
    private static final int WIDTH = 130;
    private static final ObjectMapper SCALARS = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private CompactJson() {}

    /** Returns the object that {@code text} is. */
    static Map<String, Object> read(String text) {
        try {
            return SCALARS.readValue(text, OBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("expected a JSON object: " + e.getOriginalMessage(), e);
        }
    }

    /** Returns {@code tree} as a document that ends in LF. */
    static String of(Map<String, ?> tree) {
        return text(tree, "", 0) + "\n";
    }

    /**
     * Writes a value.
     *
     * @param indent of the line it begins in
     * @param before how many characters stand before it in that line
     */
    private static String text(Object value, String indent, int before) {
        String line = line(value);
        if (before + line.length() < WIDTH || line.length() < 3) {
            return line;
        }
        String inner = indent + "  ";
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> inner + entry(entry, inner))
                    .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
        }
        return value instanceof Collection<?> list
                ? list.stream()
                        .map(each -> inner + text(each, inner, inner.length()))
                        .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"))
                : line;
    }

    private static String entry(Map.Entry<?, ?> entry, String indent) {
        String key = line(String.valueOf(entry.getKey())) + ": ";
        return key + text(entry.getValue(), indent, indent.length() + key.length());
    }

    private static String line(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> line(String.valueOf(entry.getKey())) + ": " + line(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Collection<?> list) {
            return List.copyOf(list).stream().map(CompactJson::line).collect(Collectors.joining(", ", "[", "]"));
        }
        try {
            return SCALARS.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no document can hold " + value, e);
        }
    }
}
