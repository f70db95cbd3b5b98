// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import java.util.List;
import java.util.Optional;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.engine.procedure.Membership;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Progress;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.engine.source.LinuxFile;

/** The right to program a group's tables, moved from the host to VFIO and back. Sources: pci-ioda.c, iommu.c of powerpc. */
public final class Ownership {
    /** Takes a group from the host. */
    public static final Procedure.Name<Membership> TAKE =
            new Procedure.Name<>("spapr.take-ownership", Membership.class);

    /** Gives a group back to the host. */
    public static final Procedure.Name<Membership> GIVE_BACK =
            new Procedure.Name<>("spapr.give-back-ownership", Membership.class);

    /** Where a deviation refuses a group with several devices. */
    private static final String DEVICES_STEP = "once for all devices of the group";

    private static final Rule IN_USE = Rule.read(
            "spapr.ownership.in-use",
            LinuxFile.POWERPC_IOMMU
                    .in("iommu_take_ownership", Releases.to("6.3"))
                    .then(LinuxFile.POWERPC_IOMMU, "spapr_tce_take_ownership", Releases.between("6.4", "6.10"))
                    .then(LinuxFile.PSERIES_IOMMU, "spapr_tce_take_ownership", Releases.from("6.11")),
            "VFIO cannot take over a boot-time table while the host still uses some of its entries");

    /** The departure {@code spapr.ownership-taken-per-device}. */
    public static final Deviation TAKEN_PER_DEVICE = new Deviation(
            "spapr.ownership-taken-per-device",
            "A group with two devices that uses a boot-time table cannot join a container, because its second device is refused",
            Releases.between("6.4", "6.10"),
            profile -> true,
            "iommu.c of powerpc: spapr_tce_take_ownership, once for each device of the group; seen on 6.6.17",
            catalogue -> catalogue.edit(TAKE, DEVICES_STEP, step -> Optional.of(refusingSecondDevice())));

    private Ownership() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        return List.of(
                Procedure.of(
                        TAKE,
                        Rule.read(
                                "spapr.ownership.taken",
                                LinuxFile.POWERPC_IOMMU
                                        .in("iommu_take_ownership", Eras.FIRST)
                                        .then(LinuxFile.PCI_IODA, "pnv_ioda2_take_ownership", Eras.SECOND_ON),
                                "The host stops using the bypass and default window of a group before VFIO programs it"),
                        Step.<Membership>of(DEVICES_STEP, call -> Progress.done(call.state()))
                                .giving(IN_USE),
                        Step.of("bypass off", call -> bypass(call, false)),
                        Step.of("drop the host's window", Eras.SECOND_ON, Ownership::dropHostWindow)),
                Procedure.of(
                        GIVE_BACK,
                        Rule.read(
                                "spapr.ownership.returned",
                                LinuxFile.POWERPC_IOMMU
                                        .in("iommu_release_ownership", Eras.FIRST)
                                        .then(LinuxFile.PCI_IODA, "pnv_ioda2_release_ownership", Eras.SECOND_ON),
                                "The host gets its default window and its bypass back when VFIO releases a group"),
                        Step.of(
                                "restore the host's window",
                                Releases.between("4.2", "5.3"),
                                call -> restoreHostWindow(call, Windows.DEFAULT_PAGE_SHIFT)),
                        Step.of(
                                "restore the host's window of host pages",
                                Releases.from("5.4"),
                                call -> restoreHostWindow(
                                        call, call.profile().id().pageShift())),
                        Step.of("bypass on", call -> bypass(call, true))));
    }

    /** Returns the check that refuses a group with several devices, for the deviation of 6.4. */
    private static Check<Membership> refusingSecondDevice() {
        return Check.that(
                IN_USE,
                Errno.EBUSY,
                call -> !call.hardware().createsWindows()
                        && call.args().inTopology(call.state()).devices().size() > 1);
    }

    private static Progress bypass(Call<Membership> call, boolean on) {
        return Progress.done(
                call.state(),
                call.hardware().bypass() ? List.of(new Effect.Bypass(call.args().group(), on)) : List.of());
    }

    private static Progress dropHostWindow(Call<Membership> call) {
        return Progress.done(
                call.state(),
                call.hardware().handsOverOwnership()
                        ? List.of(new Effect.WindowUnset(call.args().group(), 0))
                        : List.of());
    }

    private static Progress restoreHostWindow(Call<Membership> call, int pageShift) {
        Effect.WindowSet hosts =
                new Effect.WindowSet(call.args().group(), 0, 0, call.hardware().dma32Size(), pageShift);
        return Progress.done(call.state(), call.hardware().handsOverOwnership() ? List.of(hosts) : List.of());
    }
}
