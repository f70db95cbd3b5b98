// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.html;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tags of a test. Allure shows them in the order of a hash table, and its labels have them as they were written. */
final class Tags {
    private static final Pattern LABEL = Pattern.compile("\\{\"name\":\"tag\",\"value\":(\"[^\"]*\")}");
    private static final Pattern SHOWN = Pattern.compile("\"tags\":\\[([^\\]]*)]");

    private Tags() {}

    /** Returns the file of a test with its tags in the order of its labels. */
    static String inOrder(String test) {
        List<String> tags = LABEL.matcher(test)
                .results()
                .map(label -> label.group(1))
                .distinct()
                .toList();
        return SHOWN.matcher(test).replaceFirst(shown -> Matcher.quoteReplacement(ordered(shown, tags)));
    }

    private static String ordered(MatchResult shown, List<String> tags) {
        boolean same = Set.of(shown.group(1).split(",")).equals(Set.copyOf(tags));
        return same ? tags.stream().collect(joining(",", "\"tags\":[", "]")) : shown.group();
    }
}
