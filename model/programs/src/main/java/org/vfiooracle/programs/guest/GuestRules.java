// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.guest;

import java.util.List;
import org.vfiooracle.engine.procedure.Rule;

/** Why a guest is answered as it is. */
public final class GuestRules {
    private static final String TCE = "QEMU, spapr_iommu.c";
    private static final String WRITE =
            "QEMU 2.6 and 7.2, spapr_iommu.c: put_tce_emu; hw/vfio/common.c: vfio_iommu_map_notify, which returns nothing";
    private static final String DDW = "QEMU, spapr_rtas_ddw.c";

    static final Rule LIOBN = Rule.read("guest.tce.liobn", TCE, "A hypercall names a TCE table that there is");
    static final Rule RANGE =
            Rule.read("guest.tce.range", TCE, "An entry lies in the table, which has none without a window");
    static final Rule COUNT =
            Rule.read("guest.tce.count", TCE, "A hypercall writes at least one entry and no more than its limit");
    static final Rule LIST = Rule.read("guest.tce.list", TCE, "A list of TCEs begins at a multiple of 4 KiB");
    static final Rule PARTIAL =
            Rule.read("guest.tce.partial", TCE, "Entries are written one by one; those before the first bad one stay");
    static final Rule WRITTEN = Rule.read(
            "guest.tce.written", WRITE, "Entries are written, whatever becomes of them in the tables of the host");
    static final Rule GOT = Rule.read("guest.tce.got", TCE, "H_GET_TCE gives the entry of the guest's table");
    static final Rule BUID = Rule.read("guest.ddw.buid", DDW, "RTAS calls of windows name a bridge that there is");
    static final Rule QUERIED = Rule.read("guest.ddw.queried", DDW, "A query tells what windows can be created");
    static final Rule PAGE_SIZE =
            Rule.read("guest.ddw.page-size", DDW, "Pages of a window have a size that the machine offers");
    static final Rule WINDOW_SIZE = Rule.read("guest.ddw.window-size", DDW, "A window has at least one page");
    static final Rule TOO_MANY = Rule.read("guest.ddw.too-many", DDW, "A bridge has two windows");
    static final Rule EMPTY_TABLE = Rule.read(
            "guest.ddw.empty-table",
            DDW,
            "The number of entries has 32 bits; a window of more has a table without any");
    static final Rule STUCK = Rule.read(
            "guest.ddw.stuck",
            DDW,
            "A window that was refused for its size still stands in its place; another one there ends the hypervisor");
    static final Rule CREATED = Rule.read("guest.ddw.created", DDW, "A window is created, at 0 or at bit 59");
    static final Rule NO_WINDOW = Rule.read("guest.ddw.no-window", DDW, "What is removed is a window of a bridge");
    static final Rule REMOVED = Rule.read("guest.ddw.removed", DDW, "A window is removed with its entries");
    static final Rule RESTORED = Rule.read(
            "guest.ddw.restored",
            DDW,
            "Removing the last window, when it never was the default one, resets the bridge");
    static final Rule RESET = Rule.read("guest.ddw.reset", DDW, "A reset leaves the empty default window alone");

    /** All of them. */
    public static final List<Rule> ALL = List.of(
            LIOBN,
            RANGE,
            COUNT,
            LIST,
            PARTIAL,
            WRITTEN,
            GOT,
            BUID,
            QUERIED,
            PAGE_SIZE,
            WINDOW_SIZE,
            TOO_MANY,
            EMPTY_TABLE,
            STUCK,
            CREATED,
            NO_WINDOW,
            REMOVED,
            RESTORED,
            RESET);

    private GuestRules() {}
}
