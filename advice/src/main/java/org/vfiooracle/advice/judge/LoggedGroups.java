// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.judge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The groups of a log, which has numbers for them; operations name them A, B and so on, in the order in which they appear. */
final class LoggedGroups {
    private static final int LETTERS = 26;

    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final Map<String, String> numbers = new LinkedHashMap<>();

    /** Returns the name of a group. */
    String alias(String number) {
        return aliases.computeIfAbsent(number, one -> {
            int i = aliases.size();
            String alias =
                    (i < LETTERS ? "" : String.valueOf((char) ('A' + i / LETTERS - 1))) + (char) ('A' + i % LETTERS);
            numbers.put(alias, one);
            return alias;
        });
    }

    /** The numbers by the names. */
    Map<String, String> numbers() {
        return Collections.unmodifiableMap(numbers);
    }
}
