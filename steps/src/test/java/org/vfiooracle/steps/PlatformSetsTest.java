// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sets of platforms that tables call by name. */
final class PlatformSetsTest {
    private static final String ASKING = """
            Given container "C1"
            When VFIO_CHECK_EXTENSION asks "C1" for v2
            Then it answers
            """;

    @TempDir
    private Path folder;

    private TemporaryCheckout checkout;

    @BeforeEach
    void prepare() {
        checkout = new TemporaryCheckout(folder).write("features/platforms", """
                # A comment.

                bridges: ioda1; ioda2, phb4 on 4.2.. # bare-metal POWER
                4 KiB hosts: phb4 on 4.2.. with 4k; x86 # pages of 4 KiB
                """);
    }

    private String asking(String table) {
        return checkout.scenario(ASKING + table.indent(2)).failures();
    }

    @Test
    void a_cell_is_a_set_or_several_or_a_generation_among_them() {
        checkout.write("features/platforms", "POWER8: ioda2 on 4.2.. # PHB3\n");

        assertThat(asking("""
                | platforms           | answer |
                | POWER8, ioda1, phb4 | 1      |
                | *                   | 0      |
                """)).isEmpty();
    }

    @Test
    void a_platform_of_two_sets_has_two_rows() {
        assertThat(asking("""
                | platforms   | answer |
                | bridges     | 1      |
                | 4 KiB hosts | 1      |
                """)).isEqualTo("""
                        features/attach/sample.feature:9 @ATTACH-900
                          phb4-linux-6.12-4k matches this row and that of line 8
                          each platform of the corpus must match exactly one row""");
    }

    @Test
    void an_unknown_set_fails_at_its_cell_and_the_nearest_is_offered() {
        assertThat(asking("""
                | answer | platforms   |
                | 1      | brigdes     |
                | 0      | 4 KiB hosts |
                """)).startsWith("""
                        features/attach/sample.feature:8:18 @ATTACH-900
                          expected "*", a set of features/platforms or a selector such as \
                        "ioda2, phb4 on 4.2..5.18 6.4.. with 64k", found "brigdes"
                          did you mean bridges?""");
    }

    @Test
    void a_set_that_no_table_names_fails() {
        assertThat(asking("""
                | platforms   | answer |
                | bridges     | 1      |
                | x86         | 0      |
                """)).isEqualTo("""
                        features/platforms:4:1
                          no table names the set "4 KiB hosts\"""");
    }

    @Test
    void a_set_without_a_platform_of_the_corpus_fails() {
        checkout.write("features/platforms", "POWER10: phb5 # PHB5\n");

        assertThat(asking("""
                | platforms | answer |
                | x86       | 0      |
                | *         | 1      |
                """)).isEqualTo("""
                        features/platforms:1:1
                          the set "POWER10" has no platform of the corpus""");
    }

    @Test
    void only_a_run_of_everything_finds_unused_sets() {
        checkout.scenario(ASKING.replace("it answers", "it answers 1")
                .replace("for v2", "for 4095")
                .replace("answers 1", "answers 0"));

        assertThat(TemporaryCheckout.text(checkout.run("@ATTACH-900"))).isEmpty();
    }

    @Test
    void a_line_of_another_form_fails_at_its_place() {
        checkout.write("features/platforms", """
                bridges: ioda1, ioda2
                bridges: ioda2 before 4.2 # old
                """);

        assertThat(asking("""
                | platforms | answer |
                | x86       | 0      |
                | *         | 1      |
                """)).isEqualTo("""
                        features/platforms:1:1
                          expected "NAME: SELECTOR; SELECTOR # MEANING", found "bridges: ioda1, ioda2"

                        features/platforms:2:10
                          expected platforms such as "ioda2, phb4 on 4.2..5.18 6.4.. with 64k", found "ioda2 before 4.2\"""");
    }

    @Test
    void a_name_is_defined_once() {
        checkout.write("features/platforms", "x: x86 # one\nx: x86 # two\n");

        assertThat(asking("""
                | platforms | answer |
                | x         | 0      |
                | *         | 1      |
                """)).isEqualTo("""
                        features/platforms:2:1
                          the set "x" is already defined in line 1""");
    }
}
