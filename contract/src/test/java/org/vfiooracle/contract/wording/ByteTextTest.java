// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ByteTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 B, 0 B",
        "1, 1 B, 1 B",
        "1023, 1023 B, 1023 B",
        "1024, 1 KiB, 1 KiB",
        "4097, 4097 B, 4097 B",
        "65537, 65537 B, ~64.0 KiB",
        "25436160, 24840 KiB, ~24.3 MiB",
        "2147483648, 2 GiB, 2 GiB",
        "1610612736, 1536 MiB, 1536 MiB",
        "4886718345, 0x123456789, ~4.6 GiB",
        "576460752303423488, 512 PiB, 512 PiB",
        "-9223372036854775808, 8 EiB, 8 EiB",
        "-1, 0xffffffffffffffff, ~16.0 EiB"
    })
    void a_size_is_exact_and_about_it_is_short(long bytes, String exact, String about) {
        assertThat(ByteText.size(bytes)).isEqualTo(exact);
        assertThat(ByteText.about(bytes)).isEqualTo(about);
    }

    @ParameterizedTest
    @CsvSource({"0, 4096, 0x0..0xfff", "576460752303423488, 1073741824, 0x800000000000000..0x80000003fffffff"})
    void a_range_names_its_first_and_its_last_address(long start, long size, String words) {
        assertThat(ByteText.range(start, size)).isEqualTo(words);
    }
}
