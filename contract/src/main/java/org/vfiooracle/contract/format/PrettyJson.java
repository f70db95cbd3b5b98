// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.Map;

/** JSON for people and for parsers that have no YAML: keys in the order of the tree, 2 spaces, LF. */
public final class PrettyJson {
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectWriter WRITER =
            MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));

    private PrettyJson() {}

    /** Returns {@code tree} as a document that ends in LF. */
    public static String of(Map<String, ?> tree) {
        try {
            return WRITER.writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no document can hold this", e);
        }
    }

    /** Returns {@code tree} as one line that ends in LF, without spaces. */
    public static String line(Map<String, ?> tree) {
        try {
            return MAPPER.writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no document can hold this", e);
        }
    }
}
