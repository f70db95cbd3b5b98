// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents in the form that {@link YamlWriter} gives them, comments on lines of their own included, in a fraction of the time
 * that a YAML parser takes. It knows no other form, and no errors: a document in which anything is unusual is not read at all, and
 * left to the parser, which then says what is wrong and where.
 */
final class UsualForm {
    private static final int STEP = 2;
    private static final int DEEPEST = 32;
    private static final int MOST_DIGITS = 15;

    private final String text;
    private int line;
    private int indent;
    private int end;

    private UsualForm(String text) {
        this.text = text;
    }

    /** Something that is not in the usual form; it never leaves this class. */
    private static final class Unusual extends RuntimeException {
        private static final long serialVersionUID = 1;
        private static final Unusual INSTANCE = new Unusual();

        private Unusual() {
            super(null, null, false, false);
        }
    }

    /** Returns the document as maps, lists, strings, {@link Long} and {@link Boolean}; null when it has another form. */
    static @Nullable Object read(String text) {
        if (!text.endsWith("\n") || !isPlainAscii(text)) {
            return null;
        }
        try {
            UsualForm form = new UsualForm(text);
            form.move(0);
            if (form.isOver()) {
                return null;
            }
            Object root = form.block(0, 0);
            return form.isOver() ? root : null;
        } catch (Unusual e) {
            return null;
        }
    }

    private static boolean isPlainAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\n') || c >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    private boolean isOver() {
        return line >= text.length();
    }

    /** Goes to the first line from {@code from} on that has content. */
    private void move(int from) {
        line = from;
        while (line < text.length()) {
            end = text.indexOf('\n', line);
            int at = line;
            while (at < end && text.charAt(at) == ' ') {
                at++;
            }
            if (at < end && text.charAt(at) != '#') {
                indent = at - line;
                return;
            }
            line = end + 1;
        }
    }

    private Object block(int column, int depth) {
        if (indent != column || depth > DEEPEST) {
            throw Unusual.INSTANCE;
        }
        return isItem(line + column) ? items(column, depth) : entries(column, depth, line + column);
    }

    private boolean isItem(int at) {
        return text.startsWith("- ", at);
    }

    private List<Object> items(int column, int depth) {
        List<Object> items = new ArrayList<>();
        while (!isOver() && indent == column && isItem(line + column)) {
            int at = line + column + STEP;
            if (keyEnd(at) > 0) {
                items.add(entries(column + STEP, depth + 1, at));
            } else {
                items.add(scalar(at, end));
                move(end + 1);
            }
        }
        if (!isOver() && indent >= column) {
            throw Unusual.INSTANCE;
        }
        return items;
    }

    /** Reads a map; its first key stands at {@code first}, perhaps behind a dash, and the others in {@code column}. */
    private Map<String, Object> entries(int column, int depth, int first) {
        Map<String, Object> entries = new LinkedHashMap<>();
        int at = first;
        do {
            int colon = keyEnd(at);
            if (colon <= 0) {
                throw Unusual.INSTANCE;
            }
            String key = key(at, colon);
            if (entries.containsKey(key)) {
                throw Unusual.INSTANCE;
            }
            entries.put(key, value(colon + 1, column, depth));
            at = line + column;
        } while (!isOver() && indent == column);
        if (!isOver() && indent > column) {
            throw Unusual.INSTANCE;
        }
        return entries;
    }

    private Object value(int at, int column, int depth) {
        if (at == end) {
            move(end + 1);
            if (isOver()) {
                throw Unusual.INSTANCE;
            }
            return block(column + STEP, depth + 1);
        }
        Object value = scalar(at + 1, end);
        move(end + 1);
        return value;
    }

    /** Returns where the colon behind a key is that begins at {@code at}; 0 when there is no key. */
    private int keyEnd(int at) {
        int colon = text.indexOf(':', at);
        boolean ends = colon > at && colon < end && (colon + 1 == end || text.charAt(colon + 1) == ' ');
        return ends && isKey(at, colon) ? colon : 0;
    }

    private boolean isKey(int from, int to) {
        boolean quoted = text.charAt(from) == '\'' && to - from > STEP && text.charAt(to - 1) == '\'';
        return PlainText.isKey(quoted ? text.substring(from + 1, to - 1) : text.substring(from, to));
    }

    private String key(int from, int to) {
        boolean quoted = text.charAt(from) == '\'';
        String key = quoted ? text.substring(from + 1, to - 1) : text.substring(from, to);
        if (quoted != PlainText.isWord(key)) {
            throw Unusual.INSTANCE;
        }
        return key;
    }

    private Object scalar(int from, int to) {
        String value = text.substring(from, to);
        if (value.startsWith("'")) {
            return unquoted(value);
        }
        switch (value) {
            case "true":
                return true;
            case "false":
                return false;
            case "[]":
                return new ArrayList<>();
            case "{}":
                return new LinkedHashMap<>();
            default:
                break;
        }
        if (PlainText.isValue(value)) {
            return value;
        }
        return number(value);
    }

    private static Long number(String value) {
        int digits = value.startsWith("-") ? 1 : 0;
        int length = value.length() - digits;
        boolean leading = length > 0 && value.charAt(digits) == '0' && !value.equals("0");
        if (length == 0 || length > MOST_DIGITS || leading) {
            throw Unusual.INSTANCE;
        }
        for (int i = digits; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                throw Unusual.INSTANCE;
            }
        }
        return Long.valueOf(value);
    }

    private static String unquoted(String value) {
        if (value.length() < STEP || !value.endsWith("'")) {
            throw Unusual.INSTANCE;
        }
        String inside = value.substring(1, value.length() - 1);
        for (int quote = inside.indexOf('\''); quote >= 0; quote = inside.indexOf('\'', quote + STEP)) {
            if (!inside.startsWith("''", quote)) {
                throw Unusual.INSTANCE;
            }
        }
        return inside.replace("''", "'");
    }
}
