// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.compare;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A document taken apart into its single values, each with its path. */
final class Leaves {
    private final SortedMap<String, String> values = new TreeMap<>();

    private Leaves() {}

    /** Returns the values of {@code tree} by path; an empty map or list is a value too. */
    static SortedMap<String, String> of(String path, Object tree) {
        Leaves leaves = new Leaves();
        leaves.add(path, tree);
        return leaves.values;
    }

    private void add(String path, Object tree) {
        if (tree instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, value) -> add(path + "." + key, value));
        } else if (tree instanceof List<?> list && !list.isEmpty()) {
            for (int i = 0; i < list.size(); i++) {
                add(path + "[" + i + "]", list.get(i));
            }
        } else {
            values.put(path, String.valueOf(tree));
        }
    }
}
