// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearestTest {
    private static final List<String> PLATFORMS =
            List.of("x86-linux-6.12-4k", "phb4-linux-6.12-4k", "ioda2-linux-6.12-4k", "ioda2-linux-4.1-64k");

    @Test
    void the_most_similar_three_come_first() {
        assertThat(Nearest.to("phb5-linux-6.12-4K", PLATFORMS))
                .containsExactly("phb4-linux-6.12-4k", "x86-linux-6.12-4k", "ioda2-linux-6.12-4k");
    }

    @Test
    void a_hint_offers_them() {
        assertThat(Nearest.hint("steps", List.of("step"))).isEqualTo("did you mean step?");
    }

    @Test
    void there_is_no_hint_where_there_are_no_names() {
        assertThat(Nearest.hint("steps", List.of())).isEmpty();
    }
}
