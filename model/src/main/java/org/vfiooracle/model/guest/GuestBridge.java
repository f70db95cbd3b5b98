// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A PCI host bridge of the guest.
 *
 * @param index its ordinal
 * @param tables its TCE tables, by number of the window
 */
public record GuestBridge(int index, List<TceTable> tables) {
    private static final long PCI_LIOBN = 0x80000000L;

    public GuestBridge {
        tables = List.copyOf(tables);
    }

    /** Returns a bridge with {@code windows} tables, none of which is a window yet. */
    public static GuestBridge idle(int index, int windows) {
        List<TceTable> tables = new ArrayList<>();
        for (int window = 0; window < windows; window++) {
            tables.add(TceTable.free(liobn(index, window)));
        }
        return new GuestBridge(index, tables);
    }

    /** The name of a window: bit 31, the bridge from bit 8 on, the number of the window. */
    public static long liobn(int bridge, int window) {
        return PCI_LIOBN | (long) bridge << 8 | window;
    }

    /** The windows, in order of their numbers. */
    public List<TceTable> windows() {
        return tables.stream().filter(TceTable::active).toList();
    }

    /** The first table that is no window. */
    Optional<TceTable> free() {
        return tables.stream().filter(table -> !table.active()).findFirst();
    }

    /** The table of this name. */
    Optional<TceTable> table(long liobn) {
        return tables.stream().filter(table -> table.liobn() == liobn).findFirst();
    }

    /** Returns this with another state of a table. */
    GuestBridge with(TceTable table) {
        return new GuestBridge(
                index,
                tables.stream()
                        .map(old -> old.liobn() == table.liobn() ? table : old)
                        .toList());
    }
}
