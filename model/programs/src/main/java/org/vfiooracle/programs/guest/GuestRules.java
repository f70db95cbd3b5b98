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

    static final Rule LIOBN = Rule.read("guest.tce.liobn", TCE, "The LIOBN must name an existing TCE table");
    static final Rule RANGE = Rule.read(
            "guest.tce.range", TCE, "The entry must lie in the table, and a bridge without a window has no table");
    static final Rule COUNT =
            Rule.read("guest.tce.count", TCE, "A hypercall must write at least one entry and at most its limit");
    static final Rule LIST = Rule.read("guest.tce.list", TCE, "The TCE list must begin at a multiple of 4 KiB");
    static final Rule PARTIAL = Rule.read(
            "guest.tce.partial",
            TCE,
            "Entries are written one by one, so those before the first invalid one stay written");
    static final Rule WRITTEN = Rule.read(
            "guest.tce.written", WRITE, "The guest's entries are written, whether or not the host accepts the mapping");
    static final Rule GOT = Rule.read("guest.tce.got", TCE, "H_GET_TCE returns the entry of the guest's table");
    static final Rule BUID =
            Rule.read("guest.ddw.buid", DDW, "The BUID in an RTAS window call must name an existing bridge");
    static final Rule QUERIED =
            Rule.read("guest.ddw.queried", DDW, "ibm,query-pe-dma-window reports which windows can be created");
    static final Rule PAGE_SIZE =
            Rule.read("guest.ddw.page-size", DDW, "The machine must offer the requested page size");
    static final Rule WINDOW_SIZE = Rule.read("guest.ddw.window-size", DDW, "A window must hold at least one page");
    static final Rule TOO_MANY = Rule.read("guest.ddw.too-many", DDW, "A bridge has at most two windows");
    static final Rule EMPTY_TABLE = Rule.read(
            "guest.ddw.empty-table",
            DDW,
            "The number of entries is stored in 32 bits, so a window of 2^32 or more entries gets a table without entries");
    static final Rule STUCK = Rule.read(
            "guest.ddw.stuck",
            DDW,
            "A window refused for its size keeps its slot, and creating another window there aborts the hypervisor");
    static final Rule CREATED =
            Rule.read("guest.ddw.created", DDW, "ibm,create-pe-dma-window creates a window at bus address 0 or 2^59");
    static final Rule NO_WINDOW =
            Rule.read("guest.ddw.no-window", DDW, "The LIOBN to remove must name a window of a bridge");
    static final Rule REMOVED = Rule.read("guest.ddw.removed", DDW, "A window is removed together with its entries");
    static final Rule RESTORED = Rule.read(
            "guest.ddw.restored",
            DDW,
            "Removing the last window resets the bridge to its default window, unless it was the default window itself");
    static final Rule RESET =
            Rule.read("guest.ddw.reset", DDW, "ibm,reset-pe-dma-window leaves only the empty default window");

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
