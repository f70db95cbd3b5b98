// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A corpus that is right is told so, and whatever is wrong with it is found. */
final class VerifyTest {
    private static final String FIXTURE = "fixtures/corpus/phb4-linux-6.12-4k/attach/ATTACH-050.yaml";
    private static final String LEDGER = "fixtures/evidence/powernv9-6.12.95+deb12-powerpc64le-4k.yaml";
    private static final Pattern TOTALS =
            Pattern.compile("evidence {3}(\\d+) fixtures: (\\d+) observed, (\\d+) read, (\\d+) inferred");

    @TempDir
    private Path folder;

    private TestCheckout checkout;

    @BeforeEach
    void copies() {
        checkout = TestCheckout.in(folder);
    }

    @Test
    void the_committed_corpus_is_what_the_model_says() {
        Ran ran = checkout.run("verify").ended(0).said("no drift", "0 failed");

        assertThat(number("compared +(\\d+) fixtures", ran)).isGreaterThan(500);
        assertThat(observed(ran)).isPositive();
    }

    @Test
    void it_writes_nothing() {
        var before = checkout.files("fixtures");

        checkout.run("verify").ended(0);

        assertThat(checkout.files("fixtures")).isEqualTo(before);
    }

    @Test
    void a_fixture_that_was_edited_by_hand_is_named_and_loses_its_evidence() {
        long before = observed(checkout.run("verify").ended(0));
        checkout.edit(FIXTURE, "answer: EINVAL", "answer: EPERM");

        Ran after = checkout.run("verify")
                .ended(1)
                .said(FIXTURE, "edited by hand", "-      answer: EPERM", "+      answer: EINVAL")
                .said(FIXTURE + ": is not what was observed");
        assertThat(observed(after)).isEqualTo(before - 1);
    }

    @Test
    void evidence_is_withdrawn_when_the_fixture_that_it_is_for_changes() {
        long before = observed(checkout.run("verify").ended(0));
        checkout.edit("features/attach/detach.feature", "      Given group \"G1\"\n", "      Given group \"G2\"\n");
        checkout.edit("features/attach/detach.feature", "takes \"G1\" out", "takes \"G2\" out");

        checkout.run("record", "--no-report", "@ATTACH-050").ended(0);

        checkout.run("verify").ended(1).said("docs/rules.md: out of date");
        checkout.run("docs").ended(0).said("docs/rules.md: written");

        Ran after = checkout.run("verify").ended(0).said("withdrawn");
        assertThat(observed(after)).isLessThan(before);
    }

    @Test
    void a_fixture_that_is_missing_and_one_too_many_are_named() {
        String other = FIXTURE.replace("050", "999");
        checkout.write(other, checkout.read(FIXTURE));
        checkout.root().resolve(FIXTURE).toFile().delete();

        checkout.run("verify").ended(1).said(FIXTURE + ": is missing", other + ": nothing records it any more");
    }

    @Test
    void a_line_of_a_ledger_without_a_fixture_is_named() {
        checkout.edit(LEDGER, "id: ATTACH-050\n", "id: ATTACH-999\n");

        checkout.run("verify").ended(1).said(LEDGER, "ATTACH-999 phb4-linux-6.12-4k", "no fixture");
    }

    @Test
    void broken_yaml_has_a_line_and_a_column() {
        checkout.write(FIXTURE, "format: 1\nid: ATTACH-050\nid: twice\n");
        String place = "ATTACH-050.yaml:3:1";

        checkout.run("verify").ended(1).said(place);
        String file = checkout.root().resolve(FIXTURE).toString();
        checkout.run("diff", file, file).ended(2).said(place);
        checkout.run("predict", file).ended(2).said(place);
    }

    private static long observed(Ran ran) {
        Matcher totals = TOTALS.matcher(ran.out());
        assertThat(totals.find()).as(ran.all()).isTrue();
        return Long.parseLong(totals.group(2));
    }

    private static long number(String pattern, Ran ran) {
        Matcher found = Pattern.compile(pattern).matcher(ran.out());
        assertThat(found.find()).as(ran.all()).isTrue();
        return Long.parseLong(found.group(1));
    }
}
