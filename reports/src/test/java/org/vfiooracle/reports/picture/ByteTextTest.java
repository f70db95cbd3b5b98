// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ByteTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1, 1 byte",
        "1023, 1023 bytes",
        "1024, 1 KiB",
        "4097, 4097 bytes",
        "65537, ~64.0 KiB",
        "2147483648, 2 GiB",
        "6442450944, 6 GiB",
        "1610612736, 1536 MiB",
        "576460752303423488, 512 PiB",
        "-1, ~16.0 EiB"
    })
    void sizes_are_exact_where_a_unit_fits(long bytes, String words) {
        assertThat(ByteText.human(bytes)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 4096, 0x0 .. 0xfff", "576460752303423488, 1073741824, 0x800000000000000 .. 0x80000003fffffff"})
    void a_range_names_its_first_and_its_last_address(long start, long size, String words) {
        assertThat(ByteText.range(start, size)).isEqualTo(words);
    }
}
