// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vfiooracle.contract.fixture.AnsweredCase;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.samples.SampleFixtures;

final class CaseFileTest {
    private static final List<String> PLATFORMS = List.of(
            "phb4-linux-6.12-4k",
            "ioda2-linux-4.12-64k",
            "ioda2-linux-4.2-64k",
            "ioda1-linux-4.2-64k",
            "phb4-linux-4.19-4k");

    private static final List<Fixture> FIXTURES = PLATFORMS.stream()
            .map(platform -> SampleFixtures.fixture(SampleFixtures.TWO_GROUPS, platform))
            .toList();

    private final String text = CaseFile.write(AnsweredCase.of(FIXTURES));

    @Test
    void the_case_stands_there_once_and_then_the_answers_by_era() {
        assertThat(text).startsWith("""
                # SPDX-License-Identifier: CC0-1.0
                format: 2
                id: ATTACH-012
                feature: features/attach/made.feature
                topology: six-groups
                process:
                  memlock: '0x100000'
                  capabilities:
                    - CAP_IPC_LOCK
                operations:
                  - op: open
                    path: /dev/vfio/vfio
                    as: C1
                """).contains("""
                    container: C1
                  - op: close
                    'on': C1
                answers:
                  - platforms:
                      - ioda1-linux-4.2-64k
                    steps:
                      - op: open
                        answer: fd
                        locked_pages: 0
                        rule: container.open.opened
                """);
        assertThat(text.indexOf("- ioda2-linux-4.2-64k")).isLessThan(text.indexOf("- ioda2-linux-4.12-64k"));
        assertThat(text.indexOf("- phb4-linux-4.19-4k")).isLessThan(text.indexOf("- phb4-linux-6.12-4k"));
    }

    @Test
    void platforms_that_answer_alike_share_one_answer() {
        assertThat(text.lines().filter("  - platforms:"::equals).count()).isBetween(2L, (long) PLATFORMS.size() - 1);
        assertThat(text.lines().filter(line -> line.startsWith("      - ") && line.contains("-linux-")))
                .hasSameSizeAs(PLATFORMS);
    }

    @Test
    void the_order_of_the_fixtures_makes_no_difference() {
        List<Fixture> reversed = new java.util.ArrayList<>(FIXTURES);
        java.util.Collections.reverse(reversed);

        assertThat(CaseFile.write(AnsweredCase.of(reversed))).isEqualTo(text);
    }

    @Test
    void each_fixture_is_read_as_it_was_written() {
        AnsweredCase read = CaseFile.read(text, "a.yaml");

        assertThat(CaseFile.write(read)).isEqualTo(text);
        assertThat(read.all()).hasSameSizeAs(FIXTURES);
        for (Fixture fixture : FIXTURES) {
            assertThat(read.on(fixture.platform()).map(FixtureFile::write)).contains(FixtureFile.write(fixture));
        }
    }

    @Test
    void one_platform_is_cut_out_without_reading_the_others() {
        CaseText cut = CaseText.of(text, "a.yaml");

        assertThat(cut.id()).hasToString("ATTACH-012");
        assertThat(cut.platforms()).hasSameSizeAs(PLATFORMS);
        for (Fixture fixture : FIXTURES) {
            assertThat(cut.on(fixture.platform()).map(FixtureFile::write)).contains(FixtureFile.write(fixture));
        }
        assertThat(cut.on(PlatformId.parse("x86-linux-6.12-4k"))).isEmpty();
    }

    @Test
    void a_file_of_another_form_is_cut_as_well() {
        String byHand = text.replace("answers:\n", "answers:\n  # what each says\n");

        CaseText cut = CaseText.of(byHand, "a.yaml");

        assertThat(cut.platforms()).hasSameSizeAs(PLATFORMS);
        assertThat(cut.on(FIXTURES.get(0).platform()).map(FixtureFile::write))
                .contains(FixtureFile.write(FIXTURES.get(0)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            format: 2                      | format: 1                      | expected format 2 at format, found 1
            - ioda1-linux-4.2-64k          | - ioda1-linux-4.2              | expected a platform such as phb4-linux-6.12-4k at answers[0].platforms[0], found "ioda1-linux-4.2"
            - ioda1-linux-4.2-64k          | - phb4-linux-6.12-4k           | expected each platform once at answers, found two answers of phb4-linux-6.12-4k
            rule: container.open.opened    | rules: container.open.opened   | expected the key "rule" at answers[0].steps[0], found only answer, locked_pages, op, rules
            answer: fd                     | answer: ''                     | expected an integer, "fd", the name of an errno or a word of a program at answers[0].steps[0].answer, found ""
            """)
    void what_is_wrong_is_told_with_its_place(String part, String broken, String problem) {
        String changed = text.replaceFirst(java.util.regex.Pattern.quote(part) + "\n", broken + "\n");
        assertThat(changed).isNotEqualTo(text);

        assertThatThrownBy(() -> CaseFile.read(changed, "a.yaml"))
                .hasMessageStartingWith("a.yaml:")
                .hasMessageContaining(problem);
    }

    @Test
    void each_operation_has_one_step_that_names_its_call() {
        String otherCall = text.replaceFirst("      - op: open\n", "      - op: close\n");
        String oneLess = text.replaceFirst("  - op: close\n    'on': C1\nanswers:", "answers:");
        String oneMore = text.replaceFirst("answers:\n", "  - op: close\n    'on': C1\nanswers:\n");

        assertThatThrownBy(() -> CaseFile.read(otherCall, "a.yaml"))
                .hasMessageContaining(
                        "expected the call that the case makes, open at answers[0].steps[0].op, found close");
        assertThatThrownBy(() -> CaseFile.read(oneLess, "a.yaml"))
                .hasMessageContaining(
                        "expected one step for each of the 6 operations at answers[0].steps[6], found one more");
        assertThatThrownBy(() -> CaseFile.read(oneMore, "a.yaml"))
                .hasMessageContaining(
                        "expected one step for each of the 8 operations at answers[0].steps, found 7 steps");
    }

    @Test
    void two_cases_of_one_name_are_refused() {
        Fixture other = SampleFixtures.named(
                SampleFixtures.fixture(SampleFixtures.WINDOWS, "phb4-linux-6.12-4k"), "ATTACH-012");

        assertThatThrownBy(() -> AnsweredCase.of(List.of(FIXTURES.get(1), other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two cases are named ATTACH-012");
    }
}
