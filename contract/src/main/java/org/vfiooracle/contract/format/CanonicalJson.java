// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.format;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one JSON text of a tree: keys in order, no spaces, UTF-8, as RFC 8785 has it. Trees hold no fractions, which are the
 * hard part of that standard.
 */
public final class CanonicalJson {
    private final StringBuilder out = new StringBuilder(4096);

    private CanonicalJson() {}

    /**
     * Returns {@code tree} as text.
     *
     * @throws IllegalArgumentException when it holds anything but maps, collections, strings, integers and truth values
     */
    public static String of(Object tree) {
        CanonicalJson json = new CanonicalJson();
        json.value(tree);
        return json.out.toString();
    }

    private void value(Object value) {
        if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof Collection<?> list) {
            array(list);
        } else if (value instanceof String text) {
            string(text);
        } else if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
            out.append(value);
        } else {
            throw new IllegalArgumentException("no document can hold " + value);
        }
    }

    private void object(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        char separator = '{';
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            out.append(separator);
            string(entry.getKey());
            out.append(':');
            value(entry.getValue());
            separator = ',';
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private void array(Collection<?> list) {
        char separator = '[';
        for (Object item : list) {
            out.append(separator);
            value(item);
            separator = ',';
        }
        out.append(list.isEmpty() ? "[]" : "]");
    }

    private void string(String text) {
        out.append('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, plain, i).append(escaped(c));
                plain = i + 1;
            }
        }
        out.append(text, plain, text.length()).append('"');
    }

    private static String escaped(char c) {
        int special = "\"\\\b\f\n\r\t".indexOf(c);
        return special >= 0 ? "\\" + "\"\\bfnrt".charAt(special) : String.format(Locale.ROOT, "\\u%04x", (int) c);
    }
}
