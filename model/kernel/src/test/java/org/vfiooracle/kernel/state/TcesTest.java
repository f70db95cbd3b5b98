// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vfiooracle.kernel.operation.Address;

final class TcesTest {
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

    private static Tces.Run run(long iova, long size, long offset) {
        return new Tces.Run(iova, size, new Address.InBuffer("B1", offset), 3, Optional.empty());
    }
}
