// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.state.Buffer.Backing;
import org.vfiooracle.engine.state.Buffer.Piece;

final class BufferTest {
    private static final Buffer WHOLE = new Buffer("B1", 0x10000, Backing.PAGE, true);
    private static final Buffer HOLED = WHOLE.with(new Piece(0x4000, 0x1000, Optional.empty(), false, false));

    @Test
    void a_buffer_is_one_piece_until_something_of_it_changes() {
        assertThat(WHOLE.pieces()).containsExactly(new Piece(0, 0x10000, Optional.of(Backing.PAGE), true, false));
        assertThat(WHOLE.changed()).isEmpty();
    }

    @Test
    void a_piece_takes_the_place_of_what_was_there() {
        assertThat(HOLED.pieces())
                .containsExactly(
                        new Piece(0, 0x4000, Optional.of(Backing.PAGE), true, false),
                        new Piece(0x4000, 0x1000, Optional.empty(), false, false),
                        new Piece(0x5000, 0xb000, Optional.of(Backing.PAGE), true, false));
        assertThat(HOLED.with(new Piece(0, 0x10000, Optional.of(Backing.NONE), true, false))
                        .pieces())
                .hasSize(1);
    }

    @Test
    void a_range_reaches_to_the_first_piece_of_another_kind() {
        assertThat(HOLED.reach(0x1000, piece -> piece.backing().isPresent())).isEqualTo(0x3000);
        assertThat(HOLED.reach(0x4800, piece -> piece.backing().isPresent())).isZero();
        assertThat(HOLED.reach(0x5000, piece -> piece.backing().isPresent())).isEqualTo(0xb000);
        assertThat(HOLED.reach(0, piece -> true)).isEqualTo(0x10000);
    }

    @Test
    void parts_are_cut_at_the_ends_of_a_range() {
        assertThat(HOLED.parts(0x3000, 0x1800))
                .extracting(Piece::offset, Piece::size)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(0x3000L, 0x1000L),
                        org.assertj.core.api.Assertions.tuple(0x4000L, 0x800L));
    }
}
