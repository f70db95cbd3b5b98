// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vfiooracle.contract.codec.Hex;
import org.vfiooracle.contract.wording.ByteText;

final class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "0 B,      0x0",
        "4 KiB,    0x1000",
        "64 KiB,   0x10000",
        "1536 KiB, 0x180000",
        "1 MiB,    0x100000",
        "2 GiB,    0x80000000",
        "64 GiB,   0x1000000000",
        "1 TiB,    0x10000000000"
    })
    void a_size_is_written_with_a_unit_or_in_hex(String size, String hex) {
        assertThat(Quantity.parse(size)).isEqualTo(Quantity.parse(hex));
        assertThat(Hex.of(Quantity.parse(size))).isEqualTo(hex);
    }

    @ParameterizedTest
    @CsvSource({
        "0x0, 0 B",
        "0x1, 1 B",
        "0x1000, 4 KiB",
        "0x180000, 1536 KiB",
        "0x80000000, 2 GiB",
        "0x123456789, 0x123456789",
        "0x8000000000000000, 8 EiB"
    })
    void a_size_is_told_in_the_largest_unit_that_divides_it(String hex, String told) {
        assertThat(ByteText.size(Quantity.parse(hex))).isEqualTo(told);
    }

    @Test
    void an_address_uses_all_64_bits() {
        assertThat(Hex.of(Quantity.parse("0xffffffffffffffff"))).isEqualTo("0xffffffffffffffff");
    }

    @ParameterizedTest
    @CsvSource({"64KiB", "64 KB", "64", "0x", "-1 B", "1.5 MiB", "16 EiB", "0x10000000000000000"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> Quantity.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a size such as 64 KiB, or hex such as 0x10000, found \"" + text + "\"");
    }
}
