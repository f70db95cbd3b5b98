// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.protocol.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.codec.PlainLine;

/** One JSON object in one line. */
public final class JsonLine {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What may become a control character: one that stands there, or one that is escaped. */
    private static final Pattern ESCAPES =
            Pattern.compile("\\\\[ubfr]|[\\p{Cntrl}\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069]");

    private JsonLine() {}

    /** Reads a line; a repeated key, or something after the object, is no JSON here. No text that is read acts on a terminal. */
    public static Fields read(String line) throws Garbage {
        try {
            Map<String, Object> tree = JSON.readValue(line, new TypeReference<Map<String, Object>>() {});
            if (tree != null) {
                return Fields.of(ESCAPES.matcher(line).find() ? plain(tree) : tree, "");
            }
            throw Garbage.notJson(line, new IllegalArgumentException("null"));
        } catch (JsonProcessingException e) {
            throw Garbage.notJson(line, e);
        }
    }

    /** Returns the tree with texts that do nothing on a terminal. */
    private static Object plain(Object tree) {
        if (tree instanceof String text) {
            return PlainLine.of(text);
        }
        if (tree instanceof List<?> list) {
            return list.stream().map(each -> each == null ? null : plain(each)).toList();
        }
        if (tree instanceof Map<?, ?> map) {
            Map<String, Object> entries = new LinkedHashMap<>();
            map.forEach((key, value) ->
                    entries.put(PlainLine.of(String.valueOf(key)), value == null ? null : plain(value)));
            return entries;
        }
        return tree;
    }

    /** Takes all entries that are left. */
    public static Map<String, Object> rest(Fields fields) {
        Map<String, Object> tree = new LinkedHashMap<>();
        fields.keys().forEach(key -> tree.put(key, fields.any(key)));
        return tree;
    }

    /** Returns the line of a tree, without a line end. */
    static String write(Map<String, Object> tree) {
        try {
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message is made of maps, lists, strings and numbers only", e);
        }
    }
}
