// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vfiooracle.steps.feature.Library;

/** What a reader of the features has to look up or to read past stays little. */
final class NoiseTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Without any one of them some table needs several more rows, or cannot be written. */
    private static final int MOST_CELLS = 52;

    /** A row with n/a is for what is not modelled, and for what no call can be refused by. */
    private static final int MOST_NOT_APPLICABLE = 80;

    private static List<String> rows() {
        return Library.texts(ROOT).stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> line.startsWith("|"))
                .toList();
    }

    /** How often each cell of the columns platforms occurs, which are the first of their tables. */
    private static Map<String, Long> cells() {
        List<String> cells = new ArrayList<>();
        boolean within = false;
        for (String line : Library.texts(ROOT).stream().flatMap(String::lines).toList()) {
            String first = line.strip().startsWith("|") ? line.split("\\|", -1)[1].strip() : "";
            if (within && !first.isEmpty()) {
                cells.add(first);
            }
            within = !first.isEmpty() && (within || first.equals("platforms"));
        }
        return cells.stream().collect(Collectors.groupingBy(cell -> cell, TreeMap::new, Collectors.counting()));
    }

    @Test
    void tables_speak_of_few_different_sets_of_platforms() {
        assertThat(cells()).hasSizeBetween(20, MOST_CELLS).containsKey("*");
    }

    @Test
    void few_rows_say_that_a_platform_does_not_run_the_scenario() {
        assertThat(rows()).hasSizeGreaterThan(1000);
        assertThat(rows().stream()
                        .filter(row -> row.matches(".*\\| n/a +\\|.*"))
                        .count())
                .isBetween(1L, (long) MOST_NOT_APPLICABLE);
    }

    @Test
    void rules_share_what_their_scenarios_begin_with() {
        long backgrounds = Library.texts(ROOT).stream()
                .flatMap(String::lines)
                .filter(line -> line.strip().equals("Background:"))
                .count();

        assertThat(backgrounds).isGreaterThan(50);
    }
}
