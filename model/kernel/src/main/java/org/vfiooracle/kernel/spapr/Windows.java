// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.engine.procedure.Membership;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Progress;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.engine.source.LinuxFile;
import org.vfiooracle.engine.source.Source;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Tces;
import org.vfiooracle.engine.state.Window;

/** Making a window: what TCE_CREATE, the default window and the first attach of old kernels have in common. */
public final class Windows {
    /** Makes a table and programs it into every group of the container. */
    public static final Procedure.Name<Wanted> MAKE_ON_BRIDGE =
            new Procedure.Name<>("spapr.make-window-on-bridge", Wanted.class);

    /** Makes a window, whoever makes its table. */
    public static final Procedure.Name<Wanted> MAKE = new Procedure.Name<>("spapr.make-window", Wanted.class);

    /** Makes the default window, when it is still pending. */
    public static final Procedure.Name<Membership> MAKE_DEFAULT =
            new Procedure.Name<>("spapr.make-default-window", Membership.class);

    /** The step that counts a table as locked memory; a deviation keeps it when a later entry fails. */
    static final String CHARGE_STEP = "charge";

    /** The step that hands a table to the firmware; it gives the charge back by itself where none else does. */
    private static final String PROGRAM_STEP = "program into every group";

    /** The releases that refuse a table of 60 address bits or more, and of 55 or more; those before refuse none. */
    private static final Source TABLE_SIZE = LinuxFile.PCI_IODA.in("pnv_pci_ioda2_get_table_size");

    private static final Source TABLE_PAGES = LinuxFile.PCI_IODA
            .in("pnv_pci_ioda2_table_alloc_pages", Releases.to("4.18"))
            .then(LinuxFile.PCI_IODA_TCE, "pnv_pci_ioda2_table_alloc_pages");
    private static final Releases LIMIT_60 = Releases.between("4.12", "4.18").backportedTo("4.4", 155);

    private static final Releases LIMIT_55 = Releases.from("4.19").backportedTo("4.18", 16);

    static final int DEFAULT_PAGE_SHIFT = 12;

    /** What a shift of 64 bits on POWER cannot tell from 0. */
    private static final int WHOLE_TURN = 128;

    static final Rule MADE = Rule.read(
            "spapr.window.made",
            LinuxFile.SPAPR_TCE.in("tce_iommu_create_window").of(Eras.SECOND_ON),
            "A window uses the lowest free slot, at bus address 0 or 2^59, and its table fills at least one host page");

    static final Rule MEMLOCK = Rule.read(
            "spapr.create.memlock",
            LinuxFile.SPAPR_TCE
                    .in("try_increment_locked_vm", Releases.to("5.2"))
                    .then(LinuxFile.MM_UTIL, "account_locked_vm", Releases.from("5.3"))
                    .of(Eras.SECOND_ON),
            "The TCE table of a window counts as locked memory of the process");
    private static final Rule GEOMETRY = Rule.read(
            "spapr.create.geometry",
            TABLE_PAGES.of(Eras.SECOND_ON),
            "The levels of a TCE table must not address more bits than the bridge supports");

    private static final Rule FIRMWARE = Rule.read(
            "spapr.create.firmware",
            LinuxFile.PCI_IODA.in("pnv_pci_ioda2_set_window").of(Eras.SECOND_ON).seen("4.15"),
            "The firmware refuses page sizes that the bridge does not support, even if the kernel reports them");

    /** The departure {@code spapr.create-leaks-charge}. */
    public static final Deviation LEAKS_CHARGE = new Deviation(
            "spapr.create-leaks-charge",
            "A CREATE that fails to allocate its table does not give back the locked memory that it has charged",
            Eras.LATE_SHADOW,
            profile -> true,
            "vfio_iommu_spapr_tce.c: tce_iommu_create_table since 39701e56; seen on 6.12",
            catalogue -> catalogue
                    .keeping(MAKE_ON_BRIDGE, CHARGE_STEP)
                    .keeping(PartitionWindows.MAKE, CHARGE_STEP)
                    .edit(MAKE_ON_BRIDGE, PROGRAM_STEP, step -> Optional.of(programming()))
                    .edit(
                            PartitionWindows.MAKE,
                            PartitionWindows.SHARED_STEP,
                            step -> Optional.of(PartitionWindows.refunding())));

    private Windows() {}

    /**
     * A window to make.
     *
     * @param in the container, and any of its groups
     * @param pageShift binary logarithm of the page size
     * @param size bytes
     * @param levels levels of the table
     */
    public record Wanted(Membership in, int pageShift, long size, int levels) {
        TableGeometry geometry(Call<?> call) {
            return new TableGeometry(
                    pageShift, size, levels, call.profile().id().pageShift());
        }
    }

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        return List.of(
                Procedure.of(
                        MAKE,
                        MADE,
                        Check.that(
                                "spapr.create.no-slot",
                                LinuxFile.SPAPR_TCE
                                        .in("tce_iommu_find_free_table")
                                        .of(Eras.SECOND_ON),
                                "No window can be created while both window slots are in use",
                                Errno.ENOSPC,
                                call -> freeSlot(call).isEmpty()),
                        Check.that(
                                "spapr.create.page-size",
                                LinuxFile.SPAPR_TCE
                                        .in("tce_iommu_create_window")
                                        .of(Eras.SECOND_ON),
                                "A window must have one of the page sizes that TCE_GET_INFO reports",
                                Errno.EINVAL,
                                Windows::pageSizeUnknown),
                        Step.<Wanted>of("borrow the table of boot time", BorrowedTables.BORROWING, Windows::borrowTable)
                                .performing(BorrowedTables.MAKE),
                        Step.<Wanted>of(
                                        "let the hypervisor make its table",
                                        PartitionWindows.SINCE,
                                        Windows::makeTableInPartition)
                                .performing(PartitionWindows.MAKE),
                        Step.<Wanted>of("make its table on the bridge", Eras.SECOND_ON, Windows::makeTableOnBridge)
                                .performing(MAKE_ON_BRIDGE)),
                Procedure.of(
                        MAKE_ON_BRIDGE,
                        MADE,
                        Check.that(
                                "spapr.create.levels",
                                TABLE_SIZE.of(Eras.SECOND_ON),
                                "A window must have at least one level and at most as many as the bridge supports",
                                Errno.EINVAL,
                                Windows::levelsUnknown),
                        Check.that(
                                "spapr.create.power-of-two",
                                TABLE_SIZE.of(Eras.SECOND_ON),
                                "The window size must be a power of two",
                                Errno.EINVAL,
                                call -> Long.bitCount(call.args().size()) != 1),
                        Check.that(
                                "spapr.create.no-table",
                                TABLE_SIZE.of(Eras.SECOND_ON),
                                "A window must not be so much smaller than one of its pages that its table has no size",
                                Errno.EINVAL,
                                call -> call.args().geometry(call).tableBytes() == 0),
                        Check.that(
                                "spapr.create.ram-bound",
                                TABLE_PAGES.of(Releases.between("4.2", "4.18")),
                                "Up to 4.18, a window cannot be larger than the maximum memory of the machine",
                                Errno.EINVAL,
                                Windows::largerThanRam),
                        Check.that(MEMLOCK, Errno.ENOMEM, call -> !call.state()
                                .process()
                                .canLock(cost(call), call.profile().pageSize())),
                        Step.<Wanted>of(
                                        CHARGE_STEP,
                                        call -> Progress.done(call.state().locking(cost(call))))
                                .rolledBackBy(call -> Progress.done(call.state().locking(-cost(call)))),
                        Check.that(GEOMETRY, LIMIT_60, Errno.EINVAL, call -> tooManyBits(call, 60)),
                        Check.that(GEOMETRY, LIMIT_55, Errno.EINVAL, call -> tooManyBits(call, 55)),
                        Check.that(
                                "spapr.create.no-memory",
                                LinuxFile.PCI_IODA
                                        .in("pnv_pci_ioda2_table_do_alloc_pages", Releases.to("4.18"))
                                        .then(LinuxFile.PCI_IODA_TCE, "pnv_pci_ioda2_table_do_alloc_pages")
                                        .of(Eras.SECOND_ON),
                                "Each level of a TCE table is one contiguous block, which must not exceed the largest block the kernel can allocate",
                                Errno.ENOMEM,
                                Windows::blockTooLarge),
                        Step.<Wanted>of(PROGRAM_STEP, call -> program(call, 0)).giving(FIRMWARE)),
                Procedure.of(
                        MAKE_DEFAULT,
                        Rule.read(
                                "spapr.default-window.not-pending",
                                LinuxFile.SPAPR_TCE
                                        .in("tce_iommu_create_default_window")
                                        .of(Eras.PENDING),
                                "The default window is created only once, by the first call that needs it"),
                        Step.<Membership>of("make it when pending", Windows::makePending)
                                .performing(MAKE)));
    }

    /** Programs every window of the container into one more group; returns the effects. */
    static List<Effect> set(String group, Iterable<Window> windows) {
        List<Effect> effects = new ArrayList<>();
        for (Window w : windows) {
            effects.add(new Effect.WindowSet(group, w.number(), w.start(), w.size(), w.pageShift()));
        }
        return effects;
    }

    private static Progress borrowTable(Call<Wanted> call) {
        return call.hardware().createsWindows()
                ? Progress.done(call.state())
                : call.perform(BorrowedTables.MAKE, call.args());
    }

    private static Progress makeTableInPartition(Call<Wanted> call) {
        return inPartition(call) ? call.perform(PartitionWindows.MAKE, call.args()) : Progress.done(call.state());
    }

    private static Progress makeTableOnBridge(Call<Wanted> call) {
        return call.hardware().createsWindows() && !inPartition(call)
                ? call.perform(MAKE_ON_BRIDGE, call.args())
                : Progress.done(call.state());
    }

    private static boolean inPartition(Call<Wanted> call) {
        return call.hardware().tables() == Hardware.Tables.HYPERVISOR;
    }

    private static Progress makePending(Call<Membership> call) {
        Membership in = call.args();
        if (!in.spapr(call.state()).defaultPending()) {
            return Progress.done(call.state());
        }
        Progress made = call.perform(MAKE, new Wanted(in, DEFAULT_PAGE_SHIFT, defaultSize(call), 1));
        if (made instanceof Progress.Done done) {
            State next = in.with(done.state(), in.spapr(done.state()).pending(false));
            return Progress.done(next, done.effects()).because(done.rule().orElse(MADE));
        }
        return made;
    }

    private static long defaultSize(Call<Membership> call) {
        return BootWindows.of(
                        call.profile(), call.state().topology(), call.args().inTopology(call.state()))
                .size();
    }

    /** The lowest slot without a window. */
    static Optional<Integer> freeSlot(Call<Wanted> call) {
        Spapr spapr = call.args().in().spapr(call.state());
        for (int slot = 0; slot < Math.max(2, call.hardware().tablesPerPe()); slot++) {
            if (!spapr.windows().containsKey(slot)) {
                return Optional.of(slot);
            }
        }
        return Optional.empty();
    }

    private static boolean pageSizeUnknown(Call<Wanted> call) {
        int shift = call.args().pageShift();
        if (Integer.compareUnsigned(shift, WHOLE_TURN) >= 0
                && call.hardware().pageShifts().contains(shift & (WHOLE_TURN - 1))) {
            throw new NotModelled("a page size of which a shift on POWER sees only seven bits");
        }
        return !call.hardware().pageShifts().contains(shift);
    }

    private static boolean levelsUnknown(Call<Wanted> call) {
        int levels = call.args().levels();
        return levels < 1 || levels > call.hardware().maxLevels();
    }

    private static boolean tooManyBits(Call<Wanted> call, int bits) {
        return call.args().geometry(call).addresses(bits);
    }

    private static boolean blockTooLarge(Call<Wanted> call) {
        TableGeometry geometry = call.args().geometry(call);
        if (geometry.levelsWrap()) {
            throw new NotModelled("a window smaller than one of its pages, whose levels wrap around without a limit");
        }
        return Long.compareUnsigned(geometry.levelBytes(), call.hardware().maxTableLevelBytes()) > 0;
    }

    private static boolean largerThanRam(Call<Wanted> call) {
        return Long.compareUnsigned(call.args().size(), call.state().topology().ramBytes()) > 0;
    }

    /** Locked memory of a new table, in host pages. */
    private static long cost(Call<Wanted> call) {
        Wanted wanted = call.args();
        return TableTariff.price(call, wanted.geometry(call), version(call));
    }

    /** What is given back when the table goes, in host pages. */
    private static long refund(Call<Wanted> call) {
        return TableTariff.refund(call, call.args().geometry(call), version(call));
    }

    private static int version(Call<Wanted> call) {
        return call.args().in().spapr(call.state()).version();
    }

    /** Returns the step that hands a table to the firmware and gives back what nothing else gives back. */
    private static Step<Wanted> programming() {
        return Step.<Wanted>of(PROGRAM_STEP, call -> program(call, refund(call)))
                .giving(FIRMWARE);
    }

    private static Progress program(Call<Wanted> call, long refund) {
        Wanted wanted = call.args();
        int slot = freeSlot(call).orElseThrow();
        if (!call.hardware().bridgePageShifts().contains(wanted.pageShift())) {
            return refused(call, slot, refund);
        }
        long start = slot == 0 ? 0 : call.hardware().secondWindowStart();
        long size = wanted.geometry(call).reachedSize();
        boolean shadow = TableTariff.includesShadow(call, version(call));
        Window window = new Window(
                slot, start, size, wanted.pageShift(), wanted.levels(), refund(call), false, shadow, Tces.NONE);
        Spapr spapr = wanted.in().spapr(call.state());
        List<Effect> effects = new ArrayList<>();
        for (String group : spapr.attached()) {
            effects.addAll(set(group, List.of(window)));
        }
        return Progress.done(wanted.in().with(call.state(), spapr.with(window)), effects)
                .out(OutField.START_ADDR, start);
    }

    /** The firmware refuses it for the first group; it is taken from all of them. */
    private static Progress refused(Call<Wanted> call, int slot, long refund) {
        List<Effect> effects = new ArrayList<>();
        call.args()
                .in()
                .spapr(call.state())
                .attached()
                .forEach(group -> effects.add(new Effect.WindowUnset(group, slot)));
        return Progress.stop(call.state().locking(-refund), FIRMWARE, Errno.EPERM)
                .after(effects);
    }
}
