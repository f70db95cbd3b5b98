// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vfiooracle.engine.procedure.NotModelled;

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

    /** Returns this with the empty default window. */
    public GuestBridge withDefaultWindow() {
        return with(tables.get(0).defaultWindow());
    }

    /** Returns this with an empty window of small pages in the first place, as the host has it; without one for 0 bytes. */
    public GuestBridge withWindow(long start, long size) {
        return with(tables.get(0)
                .enabled(start, GuestInterface.DEFAULT_PAGE_SHIFT, size >> GuestInterface.DEFAULT_PAGE_SHIFT));
    }

    /** Returns this without windows. */
    public GuestBridge withoutWindows() {
        return new GuestBridge(index, tables.stream().map(TceTable::disabled).toList());
    }

    /** Returns this without mappings; nobody is told. */
    public GuestBridge cleared() {
        return new GuestBridge(index, tables.stream().map(TceTable::cleared).toList());
    }

    /** The name of a window: bit 31, the bridge from bit 8 on, the number of the window. */
    public static long liobn(int bridge, int window) {
        return PCI_LIOBN | (long) bridge << 8 | window;
    }

    /** The windows, in order of their numbers. */
    public List<TceTable> windows() {
        return tables.stream().filter(TceTable::active).toList();
    }

    /**
     * The windows that devices see: of two at one address the one with the higher number hides the other.
     *
     * @throws NotModelled when a window is hidden in part
     */
    public List<TceTable> visible() {
        List<TceTable> windows = windows();
        if (windows.size() < 2 || windows.get(0).start() != windows.get(1).start()) {
            return windows;
        }
        if (windows.get(0).size() > windows.get(1).size()) {
            throw new NotModelled("a window of the guest that another one hides in part");
        }
        return List.of(windows.get(1));
    }

    /** What devices are told when {@code later} comes in the place of this; {@code fresh} when what is new is empty. */
    public List<GuestEvent> changes(GuestBridge later, boolean fresh) {
        List<Long> seen = names(visible());
        List<Long> sees = names(later.visible());
        List<GuestEvent> events = new ArrayList<>();
        visible().stream()
                .filter(window -> !sees.contains(window.liobn()))
                .forEach(window -> events.add(new GuestEvent.WindowRemoved(index, window)));
        later.visible().stream()
                .filter(window -> !seen.contains(window.liobn()))
                .forEach(window -> events.add(new GuestEvent.WindowAdded(index, window, fresh)));
        return events;
    }

    private static List<Long> names(List<TceTable> windows) {
        return windows.stream().map(TceTable::liobn).toList();
    }

    /** The first table that is no window. */
    public Optional<TceTable> free() {
        return tables.stream().filter(table -> !table.active()).findFirst();
    }

    /** The table of this name. */
    Optional<TceTable> table(long liobn) {
        return tables.stream().filter(table -> table.liobn() == liobn).findFirst();
    }

    /** Returns this with another state of a table. */
    public GuestBridge with(TceTable table) {
        return new GuestBridge(
                index,
                tables.stream()
                        .map(old -> old.liobn() == table.liobn() ? table : old)
                        .toList());
    }
}
