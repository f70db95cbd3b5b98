// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.corpus.evidence.Ledgers;

/** A corpus that is right is told so, and whatever is wrong with it is found. */
final class VerifyTest {
    private static final String FIXTURE = "fixtures/corpus/attach/ATTACH-050.yaml";
    private static final String LEDGER = "fixtures/evidence/powernv9-6.12.95+deb12-powerpc64le-4k.yaml";
    private static final Pattern TOTALS = Pattern.compile(
            "evidence {3}(\\d+) fixtures: (\\d+) observed, (\\d+) observed with a stand-in bridge, (\\d+) read,");

    /** Looking at the whole corpus takes its time: what is wrong at different places is found in one run. */
    private static Ran right;

    private static Ran wrong;
    private static TestCheckout damaged;
    private static boolean wroteSomething;

    private static final String MISSING = FIXTURE.replace("050", "044");
    private static final String EXTRA = FIXTURE.replace("050", "999");
    private static final String CALL = "docs/reference/calls/VFIO_GROUP_SET_CONTAINER.md";
    private static final String BROKEN = FIXTURE.replace("050", "045");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void a_checkout_is_looked_at_before_and_after_it_is_damaged() {
        damaged = TestCheckout.in(folder);
        var before = damaged.files("fixtures");
        right = damaged.run("verify");
        wroteSomething = !damaged.files("fixtures").equals(before);
        damaged.edit(FIXTURE, "answer: EINVAL", "answer: EPERM");
        damaged.write(EXTRA, damaged.read(MISSING));
        damaged.root().resolve(MISSING).toFile().delete();
        damaged.edit(LEDGER, "id: ATTACH-046\n", "id: ATTACH-999\n");
        damaged.write(BROKEN, "format: 2\nid: ATTACH-045\nid: twice\n");
        damaged.edit("docs/reference/rules/README.md", "# ", "# Not the ");
        damaged.edit(CALL, "EBADFD", "EBADF");
        wrong = damaged.run("verify");
    }

    @Test
    void the_committed_corpus_is_what_the_model_says() {
        right.ended(0).said("no drift", "0 failed");

        assertThat(number("compared +(\\d+) fixtures", right)).isGreaterThan(500);
        assertThat(observed(right)).isPositive();
    }

    @Test
    void it_writes_nothing() {
        right.ended(0);

        assertThat(wroteSomething).isFalse();
    }

    @Test
    void a_fixture_that_was_edited_by_hand_is_named_and_loses_its_evidence() {
        wrong.ended(1)
                .said(
                        FIXTURE,
                        "@@ ioda1-linux-4.1-64k and 29 more",
                        "-        answer: EPERM",
                        "+        answer: EINVAL")
                .said("ATTACH-050 phb4-linux-6.12-4k: the corpus contradicts what was observed");

        // Those of the cases that are edited, missing and broken, and the one that the ledger speaks of no more.
        long gone = Ledgers.read(TestCheckout.REAL).all().stream()
                .flatMap(ledger -> ledger.lines().keySet().stream())
                .filter(name -> List.of("ATTACH-044", "ATTACH-045", "ATTACH-050")
                        .contains(name.id().scenario()))
                .distinct()
                .count();
        assertThat(gone).isGreaterThan(20);
        assertThat(observed(wrong)).isEqualTo(observed(right) - gone - 1);
    }

    @Test
    void a_fixture_that_is_missing_and_one_too_many_are_named() {
        wrong.ended(1).said(MISSING + ": is missing", EXTRA + ": no scenario records it any more");
    }

    @Test
    void a_line_of_a_ledger_without_a_fixture_is_named() {
        wrong.ended(1).said(LEDGER, "ATTACH-999 phb4-linux-6.12-4k", "not a fixture");
    }

    @Test
    void a_generated_page_that_was_edited_is_named() {
        wrong.ended(1).said("docs/reference/rules/README.md: out of date", CALL + ": out of date");
    }

    @Test
    void broken_yaml_has_a_line_and_a_column() {
        String place = "ATTACH-045.yaml:3:1";

        wrong.ended(1).said(place);
        String file = damaged.root().resolve(BROKEN).toString();
        damaged.run("diff", file, file).ended(2).said(place);
        damaged.run("predict", file).ended(2).said(place);
    }

    @Test
    void evidence_is_withdrawn_when_the_fixture_that_it_is_for_changes_and_a_new_scenario_has_none(
            @TempDir Path other) {
        TestCheckout checkout = TestCheckout.in(other);
        checkout.write("features/attach/mine.feature", """
                Feature: Mine

                  @ATTACH-900
                  Scenario: a group that is in no container, again
                    Given group "G1"
                    When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
                    Then it answers
                      | platforms | answer |
                      | *         | EINVAL |
                """);
        checkout.write(
                "features/attach/first-group.feature",
                checkout.read("features/attach/first-group.feature").replace("G1", "G2"));

        checkout.run("record", "--no-report", "features/attach").ended(0).said("30 new,");
        checkout.run("docs").ended(0).said("docs/reference/rules/");

        Ran after = checkout.run("verify").ended(0).said("withdrawn");
        assertThat(observed(after)).isLessThan(observed(right));
    }

    /** With a stand-in bridge or without. */
    private static long observed(Ran ran) {
        Matcher totals = TOTALS.matcher(ran.out());
        assertThat(totals.find()).as(ran.all()).isTrue();
        return Long.parseLong(totals.group(2)) + Long.parseLong(totals.group(3));
    }

    private static long number(String pattern, Ran ran) {
        Matcher found = Pattern.compile(pattern).matcher(ran.out());
        assertThat(found.find()).as(ran.all()).isTrue();
        return Long.parseLong(found.group(1));
    }
}
