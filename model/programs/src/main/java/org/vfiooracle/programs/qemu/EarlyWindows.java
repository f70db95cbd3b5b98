// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.qemu;

import java.util.Map;
import java.util.Optional;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.programs.guest.GuestBridge;
import org.vfiooracle.programs.guest.TceTable;
import org.vfiooracle.programs.qemu.QemuState.HostBridge;
import org.vfiooracle.programs.vmm.Dialogue;
import org.vfiooracle.programs.vmm.Told;

/**
 * Windows as the series of September 2015 had them: made and removed in every container of a bridge by one helper, whose
 * result the guest gets. Source: the author's tree, 400d3d67 and its parent.
 */
final class EarlyWindows {
    private static final int HAS_DDW = 1;
    private static final long OWN_PAGES = 1L << 12 | 1L << 16 | 1L << 24;
    private static final int WINDOWS = 2;
    private static final int SMALL_PAGE = 12;
    private static final long OWN_SIZE = 1L << 30;
    private static final long HARDWARE = -1;
    private static final long PARAMETER = -3;

    /** Bits of the answer to a query. Source: PAPR. */
    private static final Map<Integer, Long> QUERY_BITS = Map.of(12, 0x1L, 16, 0x2L, 24, 0x4L);

    private final QemuEra era;
    private final Dialogue kernel;

    EarlyWindows(QemuEra era, Dialogue kernel) {
        this.era = era;
        this.kernel = kernel;
    }

    /** What came of a change, and whether it came at all. */
    record Changed(QemuState next, boolean done) {}

    Optional<Told> told(QemuState qemu, ProgramCall call) {
        if (call instanceof ProgramCall.QueryPeDmaWindow query) {
            return Optional.of(query(qemu, query));
        }
        if (call instanceof ProgramCall.CreatePeDmaWindow create) {
            return Optional.of(create(qemu, create));
        }
        if (call instanceof ProgramCall.RemovePeDmaWindow remove) {
            return Optional.of(remove(qemu, remove));
        }
        if (call instanceof ProgramCall.ResetPeDmaWindow reset) {
            if (!dynamic(qemu, reset.phb())) {
                return Optional.of(said(qemu, PARAMETER, QemuRules.EARLY_NO_BRIDGE));
            }
            Changed changed = reset(qemu, reset.phb());
            return Optional.of(
                    changed.done()
                            ? said(changed.next(), 0, QemuRules.EARLY_RESET)
                            : said(changed.next(), HARDWARE, QemuRules.HELPER_REFUSED));
        }
        return Optional.empty();
    }

    private Told query(QemuState qemu, ProgramCall.QueryPeDmaWindow call) {
        if (call.nret() != 5 || !dynamic(qemu, call.phb())) {
            return said(qemu, PARAMETER, QemuRules.EARLY_NO_BRIDGE);
        }
        HostBridge host = qemu.host(call.phb());
        GuestBridge bridge = qemu.guest().bridge(call.phb()).orElseThrow();
        long bits = QUERY_BITS.entrySet().stream()
                .filter(bit -> (host.pageSizes() >>> bit.getKey() & 1) != 0)
                .mapToLong(Map.Entry::getValue)
                .sum();
        long ram = qemu.guest().ramBytes();
        long rounded = Long.highestOneBit(ram) == ram ? ram : Long.highestOneBit(ram) << 1;
        Map<OutField, Long> out = Map.of(
                OutField.WINDOWS_AVAILABLE,
                (long) Math.max(0, host.windows() - bridge.windows().size()),
                OutField.LARGEST_BLOCK,
                rounded >> SMALL_PAGE,
                OutField.PAGE_SIZES,
                bits,
                OutField.MIGRATION_CAPABLE,
                0L);
        return new Told(qemu, Answer.OK, out, QemuRules.EARLY_QUERIED, false);
    }

    private Told create(QemuState qemu, ProgramCall.CreatePeDmaWindow call) {
        if (!dynamic(qemu, call.phb())) {
            return said(qemu, PARAMETER, QemuRules.EARLY_NO_BRIDGE);
        }
        HostBridge host = qemu.host(call.phb());
        GuestBridge bridge = qemu.guest().bridge(call.phb()).orElseThrow();
        boolean page = call.pageShift() < Long.SIZE && (host.pageSizes() >>> call.pageShift() & 1) != 0;
        if (bridge.free().isEmpty() || !page) {
            return said(qemu, HARDWARE, QemuRules.EARLY_PAGE_SIZE);
        }
        if (call.windowShift() < call.pageShift()) {
            return said(qemu, PARAMETER, QemuRules.EARLY_NO_BRIDGE);
        }
        TceTable free = bridge.free().get();
        Changed made = made(qemu, call.phb(), free, call.pageShift(), 1L << call.windowShift());
        if (!made.done()) {
            return said(made.next(), HARDWARE, QemuRules.HELPER_REFUSED);
        }
        TceTable table = made.next().guest().bridge(call.phb()).orElseThrow().windows().stream()
                .filter(window -> window.liobn() == free.liobn())
                .findFirst()
                .orElseThrow();
        return new Told(
                made.next(),
                Answer.OK,
                Map.of(OutField.LIOBN, table.liobn(), OutField.BUS_ADDRESS, table.start()),
                QemuRules.EARLY_CREATED,
                false);
    }

    private Told remove(QemuState qemu, ProgramCall.RemovePeDmaWindow call) {
        Optional<GuestBridge> holder = qemu.guest().bridges().values().stream()
                .filter(bridge -> bridge.tables().stream().anyMatch(table -> table.liobn() == call.liobn()))
                .findFirst();
        if (holder.isEmpty() || !dynamic(qemu, holder.get().index())) {
            return said(qemu, PARAMETER, QemuRules.EARLY_NO_BRIDGE);
        }
        int index = holder.get().tables().stream().map(TceTable::liobn).toList().indexOf(call.liobn());
        Changed removed = removed(qemu, holder.get().index(), index);
        return removed.done()
                ? said(removed.next(), 0, QemuRules.EARLY_REMOVED)
                : said(removed.next(), HARDWARE, QemuRules.HELPER_REFUSED);
    }

    /** Asks what there is, removes all windows and makes the default one, whether or not that works. */
    Changed reset(QemuState qemu, int index) {
        long start = 0;
        long size = OWN_SIZE;
        HostBridge host = new HostBridge("", true, WINDOWS, OWN_PAGES, 0);
        QemuState next = qemu;
        if (qemu.hasDevices(index)) {
            BridgeContainers.Said said = new BridgeContainers(era, kernel)
                    .ask(
                            qemu,
                            index,
                            fd -> new Operation.TceGetInfo(fd, era.structs().spapr()));
            if (!said.succeeded()) {
                return new Changed(said.next(), false);
            }
            Map<OutField, Long> out = said.last().orElseThrow().out();
            start = out.getOrDefault(OutField.DMA32_WINDOW_START, 0L);
            size = out.getOrDefault(OutField.DMA32_WINDOW_SIZE, 0L);
            host = said(out);
            next = said.next();
        }
        next = next.with(index, host);
        for (int window = 0; window < WINDOWS; window++) {
            next = removed(next, index, window).next();
        }
        TceTable first = next.guest().bridge(index).orElseThrow().tables().get(0);
        TceTable at = first.enabled(start, SMALL_PAGE, 0);
        return new Changed(made(next, index, at, SMALL_PAGE, size).next(), true);
    }

    private static HostBridge said(Map<OutField, Long> out) {
        boolean dynamic = (out.getOrDefault(OutField.FLAGS, 0L) & HAS_DDW) != 0;
        return new HostBridge(
                "",
                dynamic,
                out.getOrDefault(OutField.DDW_MAX_DYNAMIC_WINDOWS_SUPPORTED, 0L).intValue(),
                out.getOrDefault(OutField.DDW_PGSIZES, 0L),
                out.getOrDefault(OutField.DDW_LEVELS, 0L).intValue());
    }

    private Changed removed(QemuState qemu, int index, int window) {
        GuestBridge bridge = qemu.guest().bridge(index).orElseThrow();
        TceTable table = bridge.tables().get(window);
        GuestBridge without = bridge.with(table.disabled());
        QemuState next =
                new Listener(era, kernel).told(qemu.with(qemu.guest().with(without)), bridge.changes(without, false));
        boolean is = table.active() || window == 0 || era.has(QemuBug.REMOVES_ABSENT_WINDOW);
        if (!is || !qemu.hasDevices(index) || !dynamic(qemu, index)) {
            return new Changed(next, true);
        }
        BridgeContainers.Said said = new BridgeContainers(era, kernel)
                .ask(next, index, fd -> new Operation.TceRemove(fd, 16, 0, table.start()));
        return new Changed(said.next(), said.succeeded());
    }

    /** Makes a window in every container, and then in the guest where the last of them says. */
    private Changed made(QemuState qemu, int index, TceTable table, int shift, long size) {
        long entries = size >>> shift & 0xffffffffL;
        if (entries == 0) {
            return new Changed(qemu, false);
        }
        long start = table.start();
        QemuState next = qemu;
        if (qemu.hasDevices(index) && dynamic(qemu, index)) {
            int levels = levels(entries);
            if (levels > qemu.host(index).levels()) {
                return new Changed(qemu, false);
            }
            BridgeContainers.Said said = new BridgeContainers(era, kernel)
                    .ask(qemu, index, fd -> new Operation.TceCreate(fd, 40, 0, shift, size, levels));
            if (!said.succeeded()) {
                return new Changed(said.next(), false);
            }
            Outcome last = said.last().orElseThrow();
            start = last.out().getOrDefault(OutField.START_ADDR, 0L);
            next = said.next();
        } else if (!qemu.hasDevices(index) && index(qemu, index, table) > 0) {
            start = 1L << 59;
        }
        GuestBridge bridge = next.guest().bridge(index).orElseThrow();
        GuestBridge with = bridge.with(table.enabled(start, shift, entries));
        next = new Listener(era, kernel).told(next.with(next.guest().with(with)), bridge.changes(with, true));
        return new Changed(next, true);
    }

    private static int index(QemuState qemu, int bridge, TceTable table) {
        return qemu.guest().bridge(bridge).orElseThrow().tables().stream()
                .map(TceTable::liobn)
                .toList()
                .indexOf(table.liobn());
    }

    /** One level more for each 64 times as many pages as one level has. */
    private int levels(long entries) {
        long pages = entries * Long.BYTES >> kernel.profile().id().pageShift();
        int levels = 1;
        for (long most = 64; pages > most && levels < 4; most *= 64) {
            levels++;
        }
        return levels;
    }

    private static boolean dynamic(QemuState qemu, int bridge) {
        return qemu.guest().bridge(bridge).isPresent() && qemu.host(bridge).dynamic();
    }

    private static Told said(QemuState qemu, long status, Rule rule) {
        return new Told(qemu, new Answer.Value(status), Map.of(), rule, false);
    }
}
