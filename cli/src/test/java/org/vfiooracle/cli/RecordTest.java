// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded depends on the scenarios alone, and one that fails leaves its fixtures as they were. */
final class RecordTest {
    private static final String MINE = "features/attach/mine.feature";
    private static final String CORPUS = "fixtures/corpus";
    private static final String PHB4 = "phb4-linux-6.12-4k";

    @TempDir
    private Path folder;

    private TestCheckout checkout;
    private SortedMap<String, String> before;

    @BeforeEach
    void copies() {
        checkout = TestCheckout.in(folder);
        before = checkout.files(CORPUS);
    }

    @Test
    void recording_into_an_empty_corpus_gives_the_same_bytes_and_again_changes_none_whatever_the_number_of_workers() {
        String platforms = checkout.read(CORPUS + "/platforms.yaml");
        checkout.empty(CORPUS);
        checkout.write(CORPUS + "/platforms.yaml", platforms);
        // A person sets the version.
        SortedMap<String, String> expected = new TreeMap<>(before);
        expected.remove("VERSION");

        checkout.run("record", "--no-report", "--workers", "3").ended(0).said(" 0 changed, 0 removed, 0 unchanged");

        assertThat(checkout.files(CORPUS)).isEqualTo(expected);

        checkout.run("record", "--no-report", "--workers", "1").ended(0).said("0 new, 0 changed, 0 removed");

        assertThat(checkout.files(CORPUS)).isEqualTo(expected);
    }

    @Test
    void a_wrong_expectation_fails_and_the_fixture_stays_as_it_was() {
        checkout.edit(
                "features/attach/detach.feature",
                "it answers EINVAL, rule group.un",
                "it answers EBUSY, rule group.un");

        Ran ran = checkout.run("record", "--no-report", "features/attach")
                .ended(1)
                .said("0 new, 0 changed, 0 removed");

        assertThat(ran.out())
                .containsPattern(
                        "features/attach/detach\\.feature:\\d+ @ATTACH-050 ioda1-linux-4\\.1-64k\n"
                                + "  VFIO_GROUP_UNSET_CONTAINER\\(G1\\): expected EBUSY, got EINVAL\n"
                                + "  rule group\\.unset-container\\.not-in \\(read: .*\\)\n"
                                + "  also wrong on: .*phb4 on 5\\.10 6\\.12 with 4k.* \\(same answer\\)\n"
                                + "  try: \\./oracle try features/attach/detach\\.feature:\\d+ --platform ioda1-linux-4\\.1-64k\n");
        assertThat(checkout.files(CORPUS)).isEqualTo(before);
    }

    @Test
    void a_new_scenario_with_a_wrong_expectation_gets_no_fixture() {
        scenario("ATTACH-900", "| *         | EBUSY  |");

        checkout.run("record", "--no-report", MINE)
                .ended(1)
                .said(MINE, "@ATTACH-900", "expected EBUSY, got EINVAL", "0 new, 0 changed, 0 removed");

        assertThat(checkout.files(CORPUS)).isEqualTo(before);
    }

    /** How many platforms of the corpus can open a group: not those of POWER on 6.1. */
    private int platforms() {
        return (int) checkout.read("fixtures/corpus/platforms.yaml")
                .lines()
                .filter(line -> line.startsWith("  - ") && line.contains("-linux-"))
                .filter(line -> opensGroups(line.substring("  - ".length())))
                .count();
    }

    private static boolean opensGroups(String platform) {
        return platform.startsWith("x86-") || !platform.contains("-linux-6.1-");
    }

    @Test
    void a_new_scenario_that_is_right_gets_one_on_every_platform_that_opens_groups() {
        scenario("ATTACH-900", "| *         | EINVAL |");

        checkout.run("record", "--no-report", "@ATTACH-900").ended(0).said(platforms() + " new, 0 changed, 0 removed");

        SortedMap<String, String> after = checkout.files(CORPUS);
        assertThat(after.get("attach/ATTACH-900.yaml")).contains("      - " + PHB4 + "\n");
        assertThat(after).hasSize(before.size() + 1).containsAllEntriesOf(before);
        checkout.run("verify", MINE).ended(0);
    }

    @Test
    void a_platform_that_no_row_speaks_of_fails_at_the_table() {
        scenario("ATTACH-900", "| phb4      | EINVAL |");

        checkout.run("record", "--no-report", MINE)
                .ended(1)
                .said(MINE + ":8 @ATTACH-900", "no row matches ioda1-linux-4.1-64k");

        assertThat(checkout.files(CORPUS)).isEqualTo(before);
    }

    @Test
    void a_platform_that_two_rows_speak_of_fails_at_the_second_row() {
        scenario("ATTACH-900", "| phb4      | EINVAL |", "| phb4 on 6.12.. | EINVAL |", "| *         | EINVAL |");

        checkout.run("record", "--no-report", MINE)
                .ended(1)
                .said(MINE + ":10 @ATTACH-900", PHB4 + " matches this row and that of line 9");

        assertThat(checkout.files(CORPUS)).isEqualTo(before);
    }

    @Test
    void two_scenarios_with_one_id_are_refused() {
        scenario("ATTACH-050", "| *         | EINVAL |");

        checkout.run("record", "--no-report", "features/attach")
                .ended(1)
                .said("the id @ATTACH-050 is taken by features/attach/detach.feature");

        assertThat(checkout.files(CORPUS)).isEqualTo(before);
    }

    /** An id is the identity of a fixture: neither the line nor the order of the scenarios is part of it. */
    @Test
    void a_scenario_at_the_top_of_every_file_and_a_new_version_change_no_fixture_of_another() {
        int number = 900;
        for (String file : checkout.files("features").keySet()) {
            if (file.endsWith(".feature")) {
                String area = file.substring(0, file.indexOf('/')).toUpperCase(Locale.ROOT);
                String path = "features/" + file;
                String heading = checkout.read(path).lines().findFirst().orElseThrow() + "\n";
                assertThat(heading).startsWith("Feature: ");
                checkout.edit(path, heading, heading + "\n" + text(area + "-" + number++, "| * | EINVAL |"));
            }
        }
        int cases = number - 900;
        assertThat(cases).isGreaterThan(40);
        checkout.write(CORPUS + "/VERSION", "99.0.0\n");

        checkout.run("record", "--no-report").ended(0).said(cases * platforms() + " new, 0 changed, 0 removed");

        SortedMap<String, String> after = checkout.files(CORPUS);
        assertThat(after.remove("VERSION")).isEqualTo("99.0.0\n");
        before.remove("VERSION");
        assertThat(after).hasSize(before.size() + cases).containsAllEntriesOf(before);
    }

    private void scenario(String id, String... rows) {
        checkout.write(MINE, "Feature: Mine\n\n" + text(id, rows));
    }

    private static String text(String id, String... rows) {
        StringBuilder text = new StringBuilder("""
                  @%s
                  Scenario: a group that is in no container, again
                    Given group "G1"
                    When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
                    Then it answers
                      | platforms | answer |
                """.formatted(id).indent(2));
        List.of(rows).forEach(row -> text.append("        ").append(row).append('\n'));
        return text.toString();
    }
}
