// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.codec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.contract.spelling.Nearest;

/** The entries of one map of a document, taken out one by one; what nobody took is refused by {@link #end()}. */
public final class Fields {
    private final String path;
    private final Map<String, Object> rest;
    private final Map<?, ?> whole;

    private Fields(String path, Map<String, Object> rest, Map<?, ?> whole) {
        this.path = path;
        this.rest = rest;
        this.whole = whole;
    }

    /**
     * Returns the entries of {@code tree}.
     *
     * @param path place of {@code tree} in its document
     * @throws CodecProblem when it is no map
     */
    public static Fields of(Object tree, String path) {
        if (!(tree instanceof Map<?, ?> map)) {
            throw new CodecProblem(path, "a map", describe(tree));
        }
        Map<String, Object> entries = new LinkedHashMap<>(2 * map.size());
        map.forEach((key, value) -> entries.put(String.valueOf(key), value));
        return new Fields(path, entries, map);
    }

    /** The place of these entries in the document. */
    public String path() {
        return path;
    }

    /** The place of the entry {@code key} in the document. */
    public String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Tells whether there is an entry {@code key} that was not taken yet. */
    public boolean has(String key) {
        return rest.containsKey(key);
    }

    /** The keys that were not taken yet, in order. */
    public List<String> keys() {
        return List.copyOf(rest.keySet());
    }

    /** Takes an entry that must be there, whatever it is. */
    public Object any(String key) {
        Object value = rest.remove(key);
        if (value == null) {
            throw missing(key);
        }
        return value;
    }

    /** Takes a string. */
    public String text(String key) {
        Object value = any(key);
        if (value instanceof String text) {
            return text;
        }
        throw new CodecProblem(path(key), "a string", describe(value));
    }

    /** Takes a string that may be absent. */
    public Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /** Takes a string and reads it; an {@link IllegalArgumentException} of the reader becomes a problem of this place. */
    public <T> T parsed(String key, String expected, Function<String, T> reader) {
        String text = text(key);
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new CodecProblem(path(key), expected, "\"" + text + "\"");
        }
    }

    /** Takes a count: a decimal integer from 0 to 2^31-1. */
    public int count(String key) {
        long value = number(key);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new CodecProblem(path(key), "a number from 0 to 2147483647", Long.toString(value));
        }
        return (int) value;
    }

    /** Takes 32 bits without sign: a decimal integer from 0 to 2^32-1. */
    public int word(String key) {
        long value = number(key);
        if (value < 0 || value > 0xffff_ffffL) {
            throw new CodecProblem(path(key), "a number from 0 to 4294967295", Long.toString(value));
        }
        return (int) value;
    }

    /** Takes a count that may be absent. */
    public int count(String key, int otherwise) {
        return has(key) ? count(key) : otherwise;
    }

    /** Takes a decimal integer. */
    public long number(String key) {
        Object value = any(key);
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw new CodecProblem(path(key), "a decimal integer", describe(value));
    }

    /** Takes a hex string. */
    public long hex(String key) {
        Object value = any(key);
        if (value instanceof String text && Hex.spells(text)) {
            return Hex.parse(text);
        }
        throw new CodecProblem(path(key), "a lower-case hex string such as \"0x1000\"", describe(value));
    }

    /** Takes a hex string that may be absent. */
    public long hex(String key, long otherwise) {
        return has(key) ? hex(key) : otherwise;
    }

    /** Takes true or false. */
    public boolean truth(String key) {
        Object value = any(key);
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw new CodecProblem(path(key), "true or false", describe(value));
    }

    /** Takes a map. */
    public Fields map(String key) {
        return of(any(key), path(key));
    }

    /** Takes a map; an absent one is empty. */
    public Fields mapOrEmpty(String key) {
        return has(key) ? map(key) : new Fields(path(key), new LinkedHashMap<>(), Map.of());
    }

    /** Takes a list and reads each of its elements, which are told their place. */
    public <T> List<T> list(String key, ElementReader<T> reader) {
        Object value = any(key);
        if (!(value instanceof Collection<?> list)) {
            throw new CodecProblem(path(key), "a list", describe(value));
        }
        List<T> read = new ArrayList<>();
        for (Object element : list) {
            read.add(reader.read(element, path(key) + "[" + read.size() + "]"));
        }
        return read;
    }

    /** Takes a list; an absent one is empty. */
    public <T> List<T> listOrEmpty(String key, ElementReader<T> reader) {
        return has(key) ? list(key, reader) : List.of();
    }

    /** Takes a list of strings; an absent one is empty. */
    public List<String> texts(String key) {
        return listOrEmpty(key, (element, place) -> {
            if (element instanceof String text) {
                return text;
            }
            throw new CodecProblem(place, "a string", describe(element));
        });
    }

    /**
     * Refuses what was not taken.
     *
     * @throws CodecProblem at the first such key
     */
    public void end() {
        for (String key : rest.keySet()) {
            throw CodecProblem.unknownKey(path(key), key);
        }
    }

    /** Reads one element of a list. */
    @FunctionalInterface
    public interface ElementReader<T> {
        /** Reads {@code element}, which stands at {@code path} of the document. */
        T read(Object element, String path);
    }

    private CodecProblem missing(String key) {
        TreeSet<String> all = new TreeSet<>();
        whole.keySet().forEach(one -> all.add(String.valueOf(one)));
        String found = all.isEmpty() ? "nothing of this name" : "only " + String.join(", ", all);
        CodecProblem problem = new CodecProblem(path, "the key \"" + key + "\"", found);
        return rest.keySet().stream()
                .filter(typed -> !Nearest.hint(typed, List.of(key)).isEmpty())
                .findFirst()
                .map(typed -> problem.hint("is \"" + typed + "\" a typo of \"" + key + "\"?"))
                .orElse(problem);
    }

    private static String describe(@Nullable Object value) {
        if (value == null) {
            return "nothing";
        }
        if (value instanceof Map) {
            return "a map";
        }
        if (value instanceof Collection) {
            return "a list";
        }
        return value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
    }
}
