// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CanonicalJsonTest {
    @Test
    void keys_are_in_order_and_nothing_is_between() {
        assertThat(CanonicalJson.of(Map.of("b", 1L, "a", List.of(true, "x", Map.of(), List.of()), "a_b", -2)))
                .isEqualTo("{\"a\":[true,\"x\",{},[]],\"a_b\":-2,\"b\":1}");
    }

    @Test
    void strings_are_escaped_no_more_than_needed() {
        assertThat(CanonicalJson.of("\"\\/\n\t\u0001é\u2028")).isEqualTo("\"\\\"\\\\/\\n\\t\\u0001é\u2028\"");
    }

    @Test
    void fractions_have_no_place() {
        assertThatThrownBy(() -> CanonicalJson.of(1.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
