// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.operation.Address;

final class TcesTest {
    private static final long PAGE = 0x1000;

    @Test
    void consecutive_writes_are_one_run() {
        Tces tces = Tces.NONE.with(run(0, 0x1000, 0)).with(run(0x1000, 0x1000, 0x1000));
        assertThat(tces.runs()).containsExactly(run(0, 0x2000, 0));
    }

    @Test
    void clearing_the_middle_leaves_both_ends_where_they_were() {
        Tces tces = Tces.NONE.with(run(0, 0x3000, 0)).without(0x1000, 0x1000);
        assertThat(tces.runs()).containsExactly(run(0, 0x1000, 0), run(0x2000, 0x1000, 0x2000));
    }

    @Test
    void a_write_over_a_run_replaces_only_what_it_covers() {
        Tces tces = Tces.NONE.with(run(0, 0x3000, 0)).with(run(0x1000, 0x1000, 0x8000));
        assertThat(tces.runs())
                .containsExactly(run(0, 0x1000, 0), run(0x1000, 0x1000, 0x8000), run(0x2000, 0x1000, 0x2000));
    }

    @Test
    void clearing_no_bytes_inside_a_run_cuts_it_in_two() {
        Tces tces = Tces.NONE.with(run(0, 0x3000, 0)).without(0x1000, 0);
        assertThat(tces.runs()).containsExactly(run(0, 0x1000, 0), run(0x1000, 0x2000, 0x1000));
        assertThat(tces.within(0x1000, 0)).isEmpty();
    }

    @Test
    void it_holds_what_a_table_holds_that_is_written_page_by_page() {
        Random random = new Random(3);
        Tces tces = Tces.NONE;
        long[] pages = new long[100];
        Arrays.fill(pages, -1);

        for (int i = 0; i < 5_000; i++) {
            int first = random.nextInt(90);
            int count = 1 + random.nextInt(10);
            long offset = random.nextInt(3) == 0 ? first : random.nextInt(1_000);
            boolean writes = random.nextInt(3) > 0;
            tces = writes
                    ? tces.with(run(first * PAGE, count * PAGE, offset * PAGE))
                    : tces.without(first * PAGE, count * PAGE);
            for (int page = first; page < first + count; page++) {
                pages[page] = writes ? (offset + page - first) * PAGE : -1;
            }
            assertThat(tces.mapped())
                    .isEqualTo(PAGE
                            * Arrays.stream(pages).filter(page -> page >= 0).count());
            int looked = random.nextInt(100);
            assertThat(tces.within(looked * PAGE, PAGE))
                    .isEqualTo(pages[looked] < 0 ? List.of() : List.of(run(looked * PAGE, PAGE, pages[looked])));
        }

        assertThat(tces.within(0, 100 * PAGE)).containsExactlyElementsOf(tces.runs());
        assertThat(tces.runs().stream().mapToLong(Tces.Run::size).sum())
                .isEqualTo(Arrays.stream(pages).filter(page -> page >= 0).count() * PAGE);
    }

    private static Tces.Run run(long iova, long size, long offset) {
        return new Tces.Run(iova, size, new Address.InBuffer("B1", offset), 3, Optional.empty());
    }
}
