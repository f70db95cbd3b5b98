// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DiagnosisTest {
    private static final KnownMessages KNOWN = KnownMessages.parse("""
            format: 1
            messages:
              - id: one.short
                program: One
                says: 'cannot map: {errno}'
                where: 'one.c, map'
                calls:
                  - VFIO_IOMMU_MAP_DMA
                means: 'It cannot map.'
                look:
                  - 'Look.'
              - id: two.long
                program: Two
                says: 'region {n}: cannot map: {errno}'
                also:
                  - 'region {*} is too large'
                where: 'two.c, map'
                errno: EINVAL
                means: 'It cannot map a region.'
                look:
                  - 'Look.'
            """, "messages.yaml");

    private static Finding only(String line) {
        List<Finding> findings = Diagnosis.of(line, KNOWN).findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static String message(Finding finding) {
        return finding.message().map(KnownMessage::id).orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cannot map: Cannot allocate memory",
                "2026-01-01 host one[7]: CANNOT   map: cannot allocate memory (again)",
                "cannot map: ENOMEM",
                "cannot map: -12",
                "cannot map: 12"
            })
    void a_message_is_known_whatever_stands_around_it(String line) {
        Finding finding = only(line);

        assertThat(message(finding)).isEqualTo("one.short");
        assertThat(finding.error().orElseThrow().name()).isEqualTo("ENOMEM");
        assertThat(finding.calls()).containsExactly("VFIO_IOMMU_MAP_DMA");
    }

    @Test
    void of_two_messages_the_one_that_says_more_is_meant() {
        assertThat(message(only("region 0x10: cannot map: Invalid argument"))).isEqualTo("two.long");
    }

    @Test
    void a_message_that_a_program_puts_behind_another_is_told_too() {
        Diagnosis diagnosis = Diagnosis.of("region of 7 pages is too large: cannot map: ENOMEM", KNOWN);

        assertThat(diagnosis.findings()).extracting(DiagnosisTest::message).containsExactly("two.long", "one.short");
        assertThat(diagnosis.recognised()).isEqualTo(1);
    }

    @Test
    void an_error_that_a_message_always_means_is_told() {
        Finding finding = only("region of 7 pages is too large");

        assertThat(message(finding)).isEqualTo("two.long");
        assertThat(finding.error().orElseThrow().name()).isEqualTo("EINVAL");
    }

    @Test
    void names_are_read_in_a_line_that_nobody_knows() {
        Finding finding = only("ioctl(7, VFIO_SET_IOMMU, 7) = -1 EPERM (Operation not permitted)");

        assertThat(finding.message()).isEmpty();
        assertThat(finding.calls()).containsExactly("VFIO_SET_IOMMU");
        assertThat(finding.error().orElseThrow().name()).isEqualTo("EPERM");
    }

    @ParameterizedTest
    @CsvSource({"12, ENOMEM", "EBUSY, EBUSY", "-16, EBUSY", "Device or resource busy, EBUSY", "Out of memory, ENOMEM"})
    void an_error_alone_is_enough(String typed, String name) {
        Finding finding = only(typed);

        assertThat(finding.error().orElseThrow().name()).isEqualTo(name);
        assertThat(finding.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"vfio-pci probe failed with error -22, EINVAL", "vfio: errno 16 while attaching, EBUSY"})
    void a_number_is_an_error_where_it_looks_like_one(String line, String name) {
        assertThat(only(line).error().orElseThrow().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello world",
                "eth0: link up",
                "no space left on device",
                "vfio-pci 0000:01:00.0: enabling",
                "1234"
            })
    void what_is_not_known_is_not_guessed(String line) {
        Diagnosis diagnosis = Diagnosis.of(line, KNOWN);

        if (!line.startsWith("no space")) {
            assertThat(diagnosis.findings()).isEmpty();
        }
        assertThat(diagnosis.findings()).allMatch(finding -> finding.message().isEmpty());
    }

    @Test
    void a_number_among_other_lines_is_no_error() {
        assertThat(Diagnosis.of("5\n12\n", KNOWN).findings()).isEmpty();
    }

    @Test
    void what_several_lines_say_stands_there_once() {
        Diagnosis diagnosis =
                Diagnosis.of("cannot map: ENOMEM\n\nother\ncannot map: ENOMEM\ncannot map: EINVAL\n", KNOWN);

        assertThat(diagnosis.findings()).extracting(Finding::number).containsExactly(1, 5);
        assertThat(diagnosis.lines()).isEqualTo(4);
        assertThat(diagnosis.recognised()).isEqualTo(3);
    }
}
