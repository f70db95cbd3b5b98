// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.corpora;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds where two documents begin to differ. */
final class TreeDifference {
    private TreeDifference() {}

    /** Returns the first difference: {@code operations[2].flags: expected 0x1, found 0x3}. */
    static String first(Object expected, Object found) {
        return first("", expected, found);
    }

    private static String first(String path, @Nullable Object expected, @Nullable Object found) {
        if (expected instanceof Map<?, ?> wanted && found instanceof Map<?, ?> got) {
            return inMap(path, wanted, got);
        }
        if (expected instanceof List<?> wanted && found instanceof List<?> got) {
            return inList(path, wanted, got);
        }
        boolean same = String.valueOf(expected).equals(String.valueOf(found));
        return same ? "" : path + ": expected " + text(expected) + ", found " + text(found);
    }

    private static String inMap(String path, Map<?, ?> expected, Map<?, ?> found) {
        TreeSet<String> keys = new TreeSet<>();
        expected.keySet().forEach(key -> keys.add(String.valueOf(key)));
        found.keySet().forEach(key -> keys.add(String.valueOf(key)));
        for (String key : keys) {
            String here = first(path.isEmpty() ? key : path + "." + key, expected.get(key), found.get(key));
            if (!here.isEmpty()) {
                return here;
            }
        }
        return "";
    }

    private static String inList(String path, List<?> expected, List<?> found) {
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            Object wanted = i < expected.size() ? expected.get(i) : null;
            Object got = i < found.size() ? found.get(i) : null;
            String here = first(path + "[" + i + "]", wanted, got);
            if (!here.isEmpty()) {
                return here;
            }
        }
        return "";
    }

    private static String text(@Nullable Object value) {
        return value == null ? "nothing" : value.toString();
    }
}
