// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vfiooracle.contract.codec.Fields;

/** One JSON object in one line. */
final class JsonLine {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonLine() {}

    /** Reads a line; a repeated key, or something after the object, is no JSON here. */
    static Fields read(String line) throws Garbage {
        try {
            Map<String, Object> tree = JSON.readValue(line, new TypeReference<Map<String, Object>>() {});
            if (tree != null) {
                return Fields.of(tree, "");
            }
            throw Garbage.notJson(line, new IllegalArgumentException("null"));
        } catch (JsonProcessingException e) {
            throw Garbage.notJson(line, e);
        }
    }

    /** Takes all entries that are left. */
    static Map<String, Object> rest(Fields fields) {
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
