// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.guest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.engine.operation.Word;
import org.vfiooracle.engine.procedure.NotModelled;

/** The RTAS calls of dynamic DMA windows, and the reset of a bridge. Source: PAPR; QEMU, spapr_rtas_ddw.c. */
public final class DdwCalls {
    private static final Answer SUCCESS = new Answer.Value(0);
    private static final Answer HARDWARE = new Answer.Value(-1);
    private static final Answer PARAMETER = new Answer.Value(-3);
    private static final Answer ABORTED = Answer.of(Word.ABORTED);
    private static final int SIX_OUTPUTS = 6;
    private static final long LARGEST_OF_SIX = 1L << 37;
    private static final long ENTRIES = 0xffffffffL;

    /** Bit of the answer to a query for each page shift. Source: PAPR. */
    private static final Map<Integer, Long> QUERY_BITS =
            Map.of(12, 0x1L, 16, 0x2L, 24, 0x4L, 25, 0x8L, 26, 0x10L, 27, 0x20L, 28, 0x40L, 34, 0x80L);

    private static final int TWO_MEGABYTES = 21;
    private static final long TWO_MEGABYTES_BIT = 0x100;

    private DdwCalls() {}

    /** ibm,query-pe-dma-window. */
    public static GuestAnswer query(Guest guest, ProgramCall.QueryPeDmaWindow call) {
        GuestInterface offered = offered(guest);
        Optional<GuestBridge> bridge = guest.bridge(call.phb());
        boolean six = call.nret() == SIX_OUTPUTS;
        if (bridge.isEmpty() || (!six && call.nret() != SIX_OUTPUTS - 1) || (six && !offered.sixOutputs())) {
            return GuestAnswer.refused(guest, PARAMETER, GuestRules.BUID);
        }
        long largest = offered.largestBlock() == 0
                ? guest.ramBytes() >> GuestInterface.DEFAULT_PAGE_SHIFT
                : offered.largestBlock();
        Map<OutField, Long> out = new EnumMap<>(OutField.class);
        out.put(
                OutField.WINDOWS_AVAILABLE,
                (long) offered.windows() - bridge.get().windows().size());
        out.put(OutField.LARGEST_BLOCK, six ? LARGEST_OF_SIX : largest);
        out.put(OutField.PAGE_SIZES, bits(offered));
        out.put(OutField.MIGRATION_CAPABLE, 0L);
        return new GuestAnswer(guest, SUCCESS, out, List.of(), GuestRules.QUERIED);
    }

    /** ibm,create-pe-dma-window. */
    public static GuestAnswer create(Guest guest, ProgramCall.CreatePeDmaWindow call) {
        GuestInterface offered = offered(guest);
        Optional<GuestBridge> found = guest.bridge(call.phb());
        if (found.isEmpty()) {
            return GuestAnswer.refused(guest, PARAMETER, GuestRules.BUID);
        }
        if (!offered.offers(call.pageShift())) {
            return GuestAnswer.refused(guest, PARAMETER, GuestRules.PAGE_SIZE);
        }
        if (call.windowShift() < call.pageShift()) {
            return GuestAnswer.refused(guest, PARAMETER, GuestRules.WINDOW_SIZE);
        }
        GuestBridge bridge = found.get();
        Optional<TceTable> free = bridge.free();
        if (free.isEmpty()) {
            return GuestAnswer.refused(guest, HARDWARE, GuestRules.TOO_MANY);
        }
        int shift = call.windowShift() - call.pageShift();
        long entries = shift < Long.SIZE ? 1L << shift & ENTRIES : 0;
        boolean stuck = offered.keepsEmptyTables() && free.get().stuck();
        if (entries == 0) {
            if (stuck) {
                return GuestAnswer.refused(guest, ABORTED, GuestRules.STUCK);
            }
            Guest next = offered.keepsEmptyTables()
                    ? guest.with(bridge.with(free.get().stick()))
                    : guest;
            return GuestAnswer.refused(next, HARDWARE, GuestRules.EMPTY_TABLE);
        }
        long start = startOf(offered, bridge);
        TceTable table = free.get().enabled(start, call.pageShift(), entries);
        Guest next = guest.with(bridge.with(table));
        List<GuestEvent> events = bridge.changes(bridge.with(table), true);
        // What stands there grows to the window, and only then is found to be there already.
        return stuck
                ? new GuestAnswer(next, ABORTED, Map.of(), events, GuestRules.STUCK)
                : new GuestAnswer(
                        next,
                        SUCCESS,
                        Map.of(OutField.LIOBN, table.liobn(), OutField.BUS_ADDRESS, start),
                        events,
                        GuestRules.CREATED);
    }

    /** The only window begins at 0, and a second one where there is none. */
    private static long startOf(GuestInterface offered, GuestBridge bridge) {
        List<TceTable> windows = bridge.windows();
        boolean high =
                offered.sharesAddress() ? !windows.isEmpty() : windows.stream().anyMatch(window -> window.start() == 0);
        return high ? GuestInterface.HIGH_START : 0;
    }

    /** ibm,remove-pe-dma-window. */
    public static GuestAnswer remove(Guest guest, ProgramCall.RemovePeDmaWindow call) {
        GuestInterface offered = offered(guest);
        Optional<GuestBridge> holder = guest.holder(call.liobn());
        Optional<TceTable> table =
                holder.flatMap(bridge -> bridge.table(call.liobn())).filter(TceTable::active);
        if (table.isEmpty()) {
            return GuestAnswer.refused(guest, PARAMETER, GuestRules.NO_WINDOW);
        }
        GuestBridge without = holder.get().with(table.get().disabled());
        List<GuestEvent> events = holder.get().changes(without, false);
        Guest next = guest.with(without);
        if (offered.restoresDefault() && without.windows().isEmpty() && !isDefault(offered, table.get())) {
            GuestAnswer reset = reset(next, without);
            return new GuestAnswer(
                            reset.next(),
                            reset.answer(),
                            Map.of(),
                            reset.events(),
                            reset.answer().equals(SUCCESS) ? GuestRules.RESTORED : reset.rule())
                    .after(events);
        }
        return new GuestAnswer(next, SUCCESS, Map.of(), events, GuestRules.REMOVED);
    }

    /** ibm,reset-pe-dma-window. */
    public static GuestAnswer reset(Guest guest, ProgramCall.ResetPeDmaWindow call) {
        offered(guest);
        return guest.bridge(call.phb())
                .map(bridge -> reset(guest, bridge))
                .orElseGet(() -> GuestAnswer.refused(guest, PARAMETER, GuestRules.BUID));
    }

    /** Resets a bridge, as the reset of the whole machine does: it has an empty default window and no other. */
    public static GuestAnswer reset(Guest guest, GuestBridge bridge) {
        List<GuestEvent> events = new ArrayList<>();
        GuestBridge next = bridge;
        for (TceTable window : bridge.windows()) {
            GuestBridge without = next.with(window.disabled());
            events.addAll(next.changes(without, false));
            next = without;
        }
        TceTable first = next.tables().get(0);
        GuestBridge reset = next.with(first.defaultWindow());
        events.addAll(next.changes(reset, false));
        return guest.offered().keepsEmptyTables() && first.stuck()
                ? new GuestAnswer(guest.with(reset), ABORTED, Map.of(), events, GuestRules.STUCK)
                : new GuestAnswer(guest.with(reset), SUCCESS, Map.of(), events, GuestRules.RESET);
    }

    private static boolean isDefault(GuestInterface offered, TceTable table) {
        return offered.keepsMark() ? table.marked() : table.original();
    }

    private static GuestInterface offered(Guest guest) {
        if (!guest.offered().dynamicWindows()) {
            throw new NotModelled("an RTAS call of dynamic windows to a hypervisor that has none");
        }
        return guest.offered();
    }

    private static long bits(GuestInterface offered) {
        long bits = 0;
        for (Map.Entry<Integer, Long> bit : QUERY_BITS.entrySet()) {
            bits |= offered.offers(bit.getKey()) ? bit.getValue() : 0;
        }
        return offered.reportsTwoMegabytes() && offered.offers(TWO_MEGABYTES) ? bits | TWO_MEGABYTES_BIT : bits;
    }
}
