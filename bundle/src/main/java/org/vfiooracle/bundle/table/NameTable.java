// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The names of handles, processes, buffers, groups and devices, each once. The first is none. */
final class NameTable {
    static final int NONE = 0;

    private final Map<String, Integer> names = new LinkedHashMap<>(Map.of("", NONE));

    /** Returns the index of a name. */
    int index(String name) {
        Integer known = names.putIfAbsent(name, names.size());
        return known == null ? names.size() - 1 : known;
    }

    /** How many names there are. */
    int size() {
        return names.size();
    }

    /** Returns the definition of the array. */
    String text() {
        return names.keySet().stream()
                .map(name -> "\t" + CName.quoted(name) + ",\n")
                .collect(Collectors.joining("", "static const char *const names[] = {\n", "};\n\n"));
    }
}
