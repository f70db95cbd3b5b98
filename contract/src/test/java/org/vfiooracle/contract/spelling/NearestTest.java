// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {
    private static final List<String> PLATFORMS =
            List.of("x86-linux-6.12-4k", "phb4-linux-6.12-4k", "ioda2-linux-6.12-4k", "ioda2-linux-4.1-64k");

    private static final List<String> SUBJECTS = List.of(
            "start",
            "set",
            "VFIO_GROUP_SET_CONTAINER",
            "VFIO_SET_IOMMU",
            "spapr.attach.no-ownership",
            "@ATTACH-036",
            "@ATTACH-136",
            "@ATTACH-012",
            "@ATTACH-012.same-phb");

    @Test
    void the_most_similar_three_come_first() {
        assertThat(Nearest.to("phb5-linux-6.12-4K", PLATFORMS))
                .containsExactly("phb4-linux-6.12-4k", "ioda2-linux-6.12-4k", "x86-linux-6.12-4k");
    }

    @ParameterizedTest
    @CsvSource({
        "ATTACH-36, @ATTACH-036",
        "attach-036, @ATTACH-036",
        "@ATTACH-12, @ATTACH-012",
        "vfio_set_iommu, VFIO_SET_IOMMU",
        "VFIO_SET_IOMU, VFIO_SET_IOMMU",
        "spapr.atach.no-ownershp, spapr.attach.no-ownership",
        "strat, start"
    })
    void what_is_clearly_meant_stands_alone(String typed, String meant) {
        assertThat(Nearest.to(typed, SUBJECTS)).containsExactly(meant);
    }

    @ParameterizedTest
    @CsvSource({"frobnicate", "strict", "WINDOW-036", "''", "--", "nobody knows this"})
    void nothing_is_offered_where_nothing_is_near(String typed) {
        assertThat(Nearest.to(typed, SUBJECTS)).isEmpty();
        assertThat(Nearest.hint(typed, SUBJECTS)).isEmpty();
    }

    @Test
    void a_case_is_no_word_that_looks_a_little_like_its_area() {
        assertThat(Nearest.to("ATTACH-36", List.of("start", "set", "spapr.attach.no-ownership")))
                .isEmpty();
    }

    @Test
    void what_begins_so_is_near() {
        assertThat(Nearest.to("phb4", PLATFORMS)).containsExactly("phb4-linux-6.12-4k");
    }

    @Test
    void a_hint_offers_them() {
        assertThat(Nearest.hint("steps", List.of("step"))).isEqualTo("did you mean step?");
    }

    @Test
    void there_is_no_hint_where_there_are_no_names() {
        assertThat(Nearest.hint("steps", List.of())).isEmpty();
    }

    @Test
    void things_are_found_by_their_names() {
        assertThat(Nearest.to(
                        "the first word",
                        List.of("1 a first word", "2 the first word", "3 else"),
                        text -> text.substring(2),
                        2))
                .containsExactly("2 the first word");
    }
}
