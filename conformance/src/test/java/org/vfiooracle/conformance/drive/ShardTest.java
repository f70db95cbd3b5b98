// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vfiooracle.contract.cases.CaseId;

final class ShardTest {
    private static final List<CaseId> IDS = IntStream.range(1, 500)
            .mapToObj(number -> CaseId.parse(String.format(Locale.ROOT, "ATTACH-%03d", number)))
            .toList();

    @Test
    void every_case_is_in_exactly_one_part() {
        List<Shard> parts =
                IntStream.rangeClosed(1, 5).mapToObj(n -> new Shard(n, 5)).toList();

        assertThat(IDS).allSatisfy(id -> assertThat(parts.stream().filter(part -> part.contains(id)))
                .hasSize(1));
        assertThat(parts).allSatisfy(part -> assertThat(IDS.stream().filter(part::contains))
                .hasSizeBetween(70, 130));
    }

    @Test
    void a_case_is_in_the_same_part_for_ever() {
        assertThat(Shard.parse("2/5").contains(CaseId.parse("ATTACH-012.same-phb")))
                .isTrue();
        assertThat(Shard.WHOLE.contains(CaseId.parse("ATTACH-012.same-phb"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/5", "6/5", "5", "1/0", "a/b", "1/2/3"})
    void what_is_no_part_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shard.parse(text))
                .withMessageStartingWith("expected a part such as 2/5")
                .withMessageEndingWith("found \"" + text + "\"");
    }
}
