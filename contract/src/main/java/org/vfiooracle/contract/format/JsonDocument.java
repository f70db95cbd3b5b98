// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.format;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.function.BiFunction;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.yaml.YamlProblem;

/** Documents that are JSON and not YAML; a repeated key, or something after the document, is refused. */
final class JsonDocument {
    private static final String LINES = "a file with an object in each line is no fixture; "
            + "answers that an adapter gave are the second argument of 'oracle diff', in a .jsonl file";

    private JsonDocument() {}

    /** Made when the first document turns out to be JSON: it takes as long as ten files of YAML. */
    private static final class Json {
        static final ObjectMapper MAPPER = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** Tells whether {@code text} is meant to be JSON. */
    static boolean looksLike(String text) {
        return text.stripLeading().startsWith("{");
    }

    /**
     * Reads a document and makes something of it.
     *
     * @param label the file, for errors
     * @param decoder given the plain tree and the place "", which is the whole document
     * @throws YamlProblem when it is not JSON, or the decoder has a problem with it
     */
    static <T> T decode(String text, String label, BiFunction<Object, String, T> decoder) {
        try {
            return decoder.apply(Json.MAPPER.readValue(text, Map.class), "");
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            int line = at == null ? 0 : at.getLineNr();
            int column = at == null ? 0 : at.getColumnNr();
            if (e.getOriginalMessage().startsWith("Trailing token")) {
                throw new YamlProblem(label, line, column, "one JSON document", "something behind it", LINES);
            }
            throw new YamlProblem(label, line, column, "JSON", e.getOriginalMessage(), "");
        } catch (CodecProblem e) {
            String expected = e.expected() + (e.path().isEmpty() ? "" : " at " + e.path());
            throw new YamlProblem(label, 0, 0, expected, e.found(), e.hint());
        }
    }
}
