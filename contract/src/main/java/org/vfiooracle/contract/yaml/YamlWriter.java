// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.yaml;

import java.util.Collection;
import java.util.Map;

/** Writes trees as strict YAML: the same tree gives the same bytes, everywhere. */
public final class YamlWriter {
    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    /**
     * Returns {@code tree} as a document in block style with 2 spaces of indentation.
     *
     * @param tree maps in the order of their keys, collections, strings, integers and truth values
     * @throws IllegalArgumentException when it holds something else, or a key that no document can have
     */
    public static String write(Map<String, ?> tree) {
        YamlWriter writer = new YamlWriter();
        writer.entries(tree, 0, false);
        return writer.out.toString();
    }

    /** Returns {@code text} as a scalar: without quotes only where every parser reads that very string. */
    public static String scalar(String text) {
        return PlainText.isValue(text) ? text : quoted(text);
    }

    /** Returns {@code text} in quotes: single ones, or double ones where characters must be escaped. */
    static String quoted(String text) {
        boolean printable = text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
        return printable ? "'" + text.replace("'", "''") + "'" : escaped(text);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c == '\n') {
                escaped.append("\\n");
            } else if (c >= ' ' && c < 0x7f) {
                escaped.append(c);
            } else if (Character.isHighSurrogate(c)) {
                int code = text.codePointAt(i++);
                escaped.append(String.format(java.util.Locale.ROOT, "\\U%08x", code));
            } else {
                escaped.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return escaped.append('"').toString();
    }

    private void entries(Map<?, ?> map, int indent, boolean first) {
        boolean started = first;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String key = String.valueOf(entry.getKey());
            if (!PlainText.isKey(key)) {
                throw new IllegalArgumentException("\"" + key + "\" cannot be a key");
            }
            pad(started ? 0 : indent);
            started = false;
            out.append(PlainText.isWord(key) ? quoted(key) : key).append(':');
            value(entry.getValue(), indent);
        }
    }

    private void value(Object value, int indent) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            out.append('\n');
            entries(map, indent + 2, false);
        } else if (value instanceof Collection<?> list && !list.isEmpty()) {
            out.append('\n');
            items(list, indent + 2);
        } else {
            out.append(' ').append(scalar(value)).append('\n');
        }
    }

    private void items(Collection<?> list, int indent) {
        for (Object item : list) {
            pad(indent);
            out.append('-');
            if (item instanceof Map<?, ?> map && !map.isEmpty()) {
                out.append(' ');
                entries(map, indent + 2, true);
            } else if (item instanceof Collection<?> inner && !inner.isEmpty()) {
                throw new IllegalArgumentException("a list directly in a list");
            } else {
                out.append(' ').append(scalar(item)).append('\n');
            }
        }
    }

    private static String scalar(Object value) {
        if (value instanceof String text) {
            return scalar(text);
        }
        if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof Map<?, ?>) {
            return "{}";
        }
        if (value instanceof Collection<?>) {
            return "[]";
        }
        throw new IllegalArgumentException("no document can hold " + value.getClass());
    }

    private void pad(int columns) {
        out.append(" ".repeat(columns));
    }
}
