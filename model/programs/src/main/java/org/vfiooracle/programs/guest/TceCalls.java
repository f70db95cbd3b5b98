// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.guest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.engine.operation.Word;
import org.vfiooracle.engine.procedure.NotModelled;

/** The hypercalls that read and write TCEs. Source: PAPR; QEMU, spapr_iommu.c. */
public final class TceCalls {
    /** Entries of one list. */
    private static final int LIST_LIMIT = 512;

    private static final long LIST_ALIGNMENT = 0x1000;
    private static final Answer SUCCESS = Answer.of(Word.H_SUCCESS);
    private static final Answer PARAMETER = Answer.of(Word.H_PARAMETER);

    private TceCalls() {}

    /** H_PUT_TCE: one entry. */
    public static GuestAnswer put(Guest guest, ProgramCall.HPutTce call) {
        return write(guest, call.liobn(), call.ioba(), List.of(call.tce()));
    }

    /** H_PUT_TCE_INDIRECT: entries from a list in the guest's memory. */
    public static GuestAnswer putIndirect(Guest guest, ProgramCall.HPutTceIndirect call) {
        if (guest.holder(call.liobn()).isEmpty()) {
            return GuestAnswer.refused(guest, PARAMETER, GuestRules.LIOBN);
        }
        if (Integer.compareUnsigned(call.npages(), LIST_LIMIT) > 0) {
            return GuestAnswer.refused(guest, PARAMETER, GuestRules.COUNT);
        }
        if (call.tceList() % LIST_ALIGNMENT != 0) {
            return GuestAnswer.refused(guest, PARAMETER, GuestRules.LIST);
        }
        if (call.npages() > call.tces().size()) {
            throw new NotModelled("a list of TCEs in memory of unknown content");
        }
        return write(guest, call.liobn(), call.ioba(), call.tces().subList(0, call.npages()));
    }

    /** H_STUFF_TCE: one value into several entries. */
    public static GuestAnswer stuff(Guest guest, ProgramCall.HStuffTce call) {
        Optional<TceTable> table = find(guest, call.liobn());
        if (table.isEmpty()) {
            return GuestAnswer.refused(guest, PARAMETER, GuestRules.LIOBN);
        }
        if (Long.compareUnsigned(call.npages(), table.get().entries()) > 0) {
            return GuestAnswer.refused(guest, PARAMETER, GuestRules.COUNT);
        }
        return write(guest, call.liobn(), call.ioba(), Collections.nCopies(call.npages(), call.tce()));
    }

    /** H_GET_TCE: one entry, in the first output. */
    public static GuestAnswer get(Guest guest, ProgramCall.HGetTce call) {
        Optional<TceTable> table = find(guest, call.liobn());
        if (table.isEmpty()) {
            return GuestAnswer.refused(guest, PARAMETER, GuestRules.LIOBN);
        }
        long index = table.get().index(call.ioba());
        if (!table.get().has(index)) {
            return GuestAnswer.refused(guest, PARAMETER, GuestRules.RANGE);
        }
        long tce = table.get().tces().getOrDefault(index, 0L);
        return new GuestAnswer(guest, SUCCESS, Map.of(OutField.TCE, tce), List.of(), GuestRules.GOT);
    }

    private static Optional<TceTable> find(Guest guest, long liobn) {
        return guest.holder(liobn).flatMap(bridge -> bridge.table(liobn & 0xffffffffL));
    }

    private static GuestAnswer write(Guest guest, long liobn, long ioba, List<Long> tces) {
        Optional<GuestBridge> holder = guest.holder(liobn);
        if (holder.isEmpty()) {
            return GuestAnswer.refused(guest, PARAMETER, GuestRules.LIOBN);
        }
        if (tces.isEmpty()) {
            return GuestAnswer.refused(guest, PARAMETER, GuestRules.COUNT);
        }
        TceTable table = find(guest, liobn).orElseThrow();
        int bridge = holder.get().index();
        long page = 1L << table.pageShift();
        long at = ioba & -page;
        List<GuestEvent> events = new ArrayList<>();
        for (long tce : tces) {
            long index = table.index(at);
            if (!table.has(index)) {
                Guest next = guest.with(holder.get().with(table));
                return new GuestAnswer(
                        next, PARAMETER, Map.of(), events, events.isEmpty() ? GuestRules.RANGE : GuestRules.PARTIAL);
            }
            table = table.with(index, tce);
            events.add(new GuestEvent.Entry(bridge, table, at, tce));
            at += page;
        }
        return new GuestAnswer(guest.with(holder.get().with(table)), SUCCESS, Map.of(), events, GuestRules.WRITTEN);
    }
}
