// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TableGeometryTest {
    private static final long GIB = 1L << 30;

    @ParameterizedTest
    @CsvSource({
        "12, 2, 1, 16, 4194304",
        "12, 2, 1, 12, 4194304",
        "16, 64, 2, 16, 8454144",
        "16, 64, 2, 12, 8396800",
        "16, 1024, 2, 12, 134250496",
        "24, 64, 1, 16, 65536",
        "24, 64, 1, 12, 32768",
        "24, 1024, 2, 16, 589824",
        "24, 1024, 2, 12, 528384"
    })
    void a_table_takes_what_the_levels_take(int pageShift, long gib, int levels, int host, long bytes) {
        assertThat(new TableGeometry(pageShift, gib * GIB, levels, host).tableBytes())
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"12, 3, 16, false", "12, 4, 16, true", "16, 2, 16, false", "16, 3, 16, true", "12, 5, 12, true"})
    void levels_end_where_the_address_bits_end(int pageShift, int levels, int host, boolean exceeds) {
        assertThat(new TableGeometry(pageShift, GIB, levels, host).addresses(55))
                .isEqualTo(exceeds);
    }

    @ParameterizedTest
    @CsvSource({
        "16, 15, 1, 16, 65536, 536870912",
        "16, 15, 2, 12, 8192, 33554432",
        "16, 14, 2, 16, 12288, 536870912",
        "16, 12, 1, 12, 0, 0"
    })
    void what_wraps_around_is_as_large_as_it_wraps_to(
            int pageShift, int windowShift, int levels, int host, long bytes, long reached) {
        TableGeometry geometry = new TableGeometry(pageShift, 1L << windowShift, levels, host);

        assertThat(geometry.tableBytes()).isEqualTo(bytes);
        assertThat(geometry.reachedSize()).isEqualTo(reached);
    }
}
