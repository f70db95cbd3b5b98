// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class TextTableTest {
    @Test
    void columns_are_as_wide_as_their_longest_cell() {
        TextTable table =
                TextTable.headed("id", "answer").row("ATTACH-012", "0").row("A-1", "EBUSY");

        assertThat(table.lines("  ")).containsExactly("  id          answer", "  ATTACH-012  0", "  A-1         EBUSY");
    }

    @Test
    void a_row_has_as_many_cells_as_the_others() {
        TextTable table = TextTable.headed("id", "answer");

        assertThatThrownBy(() -> table.row("only one")).hasMessage("a row of 1 cells among rows of 2");
    }
}
