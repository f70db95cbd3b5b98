// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.oracle;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vfiooracle.kernel.container.Descriptors;
import org.vfiooracle.kernel.container.DeviceCalls;
import org.vfiooracle.kernel.container.GroupCalls;
import org.vfiooracle.kernel.engine.Catalogue;
import org.vfiooracle.kernel.engine.Check;
import org.vfiooracle.kernel.engine.Deviation;
import org.vfiooracle.kernel.engine.Item;
import org.vfiooracle.kernel.engine.Procedure;
import org.vfiooracle.kernel.engine.Step;
import org.vfiooracle.kernel.memory.Structs;
import org.vfiooracle.kernel.operation.Answer;
import org.vfiooracle.kernel.operation.Errno;
import org.vfiooracle.kernel.platform.Hardware;
import org.vfiooracle.kernel.platform.Profile;
import org.vfiooracle.kernel.platform.Releases;
import org.vfiooracle.kernel.spapr.BorrowedTables;
import org.vfiooracle.kernel.spapr.Detach;
import org.vfiooracle.kernel.spapr.Eras;
import org.vfiooracle.kernel.spapr.MapCalls;
import org.vfiooracle.kernel.spapr.MemoryCalls;
import org.vfiooracle.kernel.spapr.Ownership;
import org.vfiooracle.kernel.spapr.PartitionWindows;
import org.vfiooracle.kernel.spapr.TableWrites;
import org.vfiooracle.kernel.spapr.Windows;

/** The known departures of released kernels from what they intend. Each edits the lists of checks and steps. */
public final class Deviations {
    private static final Answer ONE = new Answer.Value(1);

    /** All of them, in the order in which they are applied. */
    public static final List<Deviation> ALL = List.of(
            new Deviation(
                    "spapr.misaligned-iova-answers-1",
                    "MAP and UNMAP of a misaligned bus address return 1, which looks like success, and do nothing",
                    Releases.from("4.12"),
                    profile -> true,
                    "iommu.h of powerpc: iommu_tce_check_ioba as a macro; seen on 4.15, 5.10 and 6.12",
                    catalogue -> answering(
                            answering(catalogue, MapCalls.MAP, MapCalls.MAP_IOVA_ALIGNED_ID, ONE),
                            MapCalls.UNMAP,
                            MapCalls.UNMAP_IOVA_ALIGNED_ID,
                            ONE)),
            new Deviation(
                    "spapr.unmap-over-the-end-answers-1",
                    "An UNMAP over the end of its window returns 1, which looks like success, and does nothing",
                    MapCalls.RANGE_CHECKED_AGAIN,
                    profile -> true,
                    "iommu.h of powerpc: iommu_tce_clear_param_check as a macro; read in 6.12.117 and 7.2.13",
                    catalogue -> answering(catalogue, MapCalls.UNMAP, MapCalls.UNMAP_RANGE_ID, ONE)),
            new Deviation(
                    "spapr.unregister-while-mapped",
                    "UNREGISTER of mapped memory returns 0; the container forgets it, but it stays pinned and accounted",
                    Releases.from("5.0"),
                    profile -> true,
                    "mmu_context_iommu.c: mm_iommu_put; seen on 5.10 and 6.12",
                    catalogue -> without(catalogue, MemoryCalls.UNREGISTER, MemoryCalls.STILL_MAPPED_ID)),
            new Deviation(
                    "spapr.create-leaks-charge",
                    "A CREATE that fails to make its table keeps what it has counted as locked memory",
                    Eras.LATE_SHADOW,
                    profile -> true,
                    "vfio_iommu_spapr_tce.c: tce_iommu_create_table since 39701e56; seen on 6.12",
                    catalogue -> edit(
                                    edit(
                                            catalogue,
                                            Windows.MAKE_ON_BRIDGE,
                                            Windows.CHARGE_STEP,
                                            Deviations::keptOnFailure),
                                    PartitionWindows.MAKE,
                                    Windows.CHARGE_STEP,
                                    Deviations::keptOnFailure)
                            .edit(
                                    Windows.MAKE_ON_BRIDGE,
                                    Windows.PROGRAM_STEP,
                                    step -> Optional.of(Windows.programming()))
                            .edit(
                                    PartitionWindows.MAKE,
                                    PartitionWindows.SHARED_STEP,
                                    step -> Optional.of(PartitionWindows.refunding()))),
            new Deviation(
                    "spapr.release-never-ends",
                    "The release of a container never ends while memory that it registered is mapped by another container",
                    Releases.between("4.10", "4.20")
                            .backportedTo("4.9", 79)
                            .fixedIn("4.9", 207)
                            .fixedIn("4.14", 159)
                            .fixedIn("4.19", 89),
                    profile -> true,
                    "vfio_iommu_spapr_tce.c: tce_iommu_release; seen on 4.10, 4.15 and 4.19",
                    catalogue -> catalogue.edit(
                            Detach.RELEASE,
                            Detach.UNREGISTER_STEP,
                            step -> Optional.of(Detach.unregisteringForever()))),
            new Deviation(
                    "spapr.detach-clears-shared-tables",
                    "When any group leaves, the mappings of the whole container are gone for the groups that stay",
                    Releases.from("6.10.10"),
                    profile -> true,
                    "vfio_iommu_spapr_tce.c: tce_iommu_release_ownership; seen by device DMA on 6.12",
                    catalogue -> catalogue.edit(
                            Detach.DETACH, Detach.FIRST_STEP, step -> Optional.of(Detach.clearingAll()))),
            new Deviation(
                    "spapr.borrowed-table-stops-kernel",
                    "Where the default window is the table of boot time, the first call that needs it stops the kernel",
                    Releases.between("6.4", "6.10"),
                    profile -> true,
                    "vfio_iommu_spapr_tce.c: tce_iommu_create_window, BUG_ON of a table without free; seen on 6.6.17",
                    catalogue -> catalogue.edit(
                            BorrowedTables.MAKE,
                            BorrowedTables.KEEP_STEP,
                            step -> Optional.of(BorrowedTables.stoppingTheKernel()))),
            new Deviation(
                    "spapr.ownership-taken-per-device",
                    "A group with two devices joins no container where its table is that of boot time: the second is refused",
                    Releases.between("6.4", "6.10"),
                    profile -> true,
                    "iommu.c of powerpc: spapr_tce_take_ownership, once for each device of the group; seen on 6.6.17",
                    catalogue -> catalogue.edit(
                            Ownership.TAKE,
                            Ownership.DEVICES_STEP,
                            step -> Optional.of(Ownership.refusingSecondDevice()))),
            new Deviation(
                    "group.no-device-binds",
                    "On POWER no device can be bound to VFIO, so no group has a node, and nothing but containers can be opened",
                    Releases.between("5.19", "6.3"),
                    profile -> profile.hardware().iommu() == Hardware.Iommu.SPAPR_TCE,
                    "vfio_main.c: __vfio_register_dev asks for a capability that iommu.c of powerpc has since 6.4; seen on 6.1",
                    catalogue -> catalogue.edit(
                            Descriptors.OPEN_GROUP,
                            Descriptors.NODE_STEP,
                            step -> Optional.of(Check.that(Descriptors.NO_NODE, Errno.ENOENT, call -> true)))),
            new Deviation(
                    "group.unknown-device-stops-kernel",
                    "A device that the group does not have is looked for, and the head of the list is opened as if it were one",
                    Releases.between("4.2", "4.3"),
                    profile -> true,
                    "vfio.c: vfio_device_get_from_name, neither in 4.1.6 nor in 4.4.11; seen on 4.2.8",
                    catalogue -> catalogue.edit(
                            GroupCalls.GET_DEVICE_FD,
                            GroupCalls.DEVICE_KNOWN_ID,
                            check -> Optional.of(GroupCalls.stoppingAtUnknownDevices()))),
            new Deviation(
                    "device.info-answers-bytes-left",
                    "DEVICE_GET_INFO whose struct cannot be written answers how many bytes are left, which looks like success",
                    Releases.to("4.3"),
                    profile -> true,
                    "vfio_pci.c: vfio_pci_ioctl returns what copy_to_user returns, in 4.1.6 and not in 4.4.11; seen on 4.2.8",
                    catalogue -> answering(
                            catalogue,
                            DeviceCalls.GET_INFO,
                            Structs.WRITTEN_ID,
                            new Answer.Value(DeviceCalls.INFO_SIZE))),
            new Deviation(
                    "spapr.old-tces-unseen-4.1",
                    "On little-endian hosts a live entry is not seen: it is mapped over, and an UNMAP leaves it live",
                    Releases.to("4.1"),
                    Deviations::littleEndian,
                    "iommu.c of powerpc; seen on 4.1.6",
                    catalogue -> without(
                            without(catalogue, MapCalls.MAP, MapCalls.LIVE_ENTRY_ID),
                            TableWrites.CLEAR,
                            TableWrites.CLEAR_STEP)),
            new Deviation(
                    "spapr.old-tces-unseen",
                    "On little-endian hosts replaced and cleared entries never let go of registered memory",
                    Releases.between("4.2", "4.9").fixedIn("4.9", 80),
                    Deviations::littleEndian,
                    "pci.c of powernv: pnv_tce_xchg; seen on 4.4.11",
                    catalogue -> without(catalogue, TableWrites.RELEASE, TableWrites.COUNT_DOWN_STEP)));

    private Deviations() {}

    /** Returns the deviation of this id. */
    public static Optional<Deviation> find(String id) {
        return ALL.stream().filter(d -> d.id().equals(id)).findFirst();
    }

    private static boolean littleEndian(Profile profile) {
        return !profile.bigEndian();
    }

    private static <A> Catalogue without(Catalogue catalogue, Procedure.Name<A> name, String id) {
        return catalogue.edit(name, id, item -> Optional.empty());
    }

    private static <A> Catalogue answering(Catalogue catalogue, Procedure.Name<A> name, String id, Answer answer) {
        return catalogue.edit(
                name,
                id,
                item -> item.map(
                        i -> new Check<>(((Check<A>) i).rule(), i.releases(), ((Check<A>) i).fails(), answer)));
    }

    private static <A> Catalogue edit(
            Catalogue catalogue, Procedure.Name<A> name, String id, UnaryOperator<Item<A>> edit) {
        return catalogue.edit(name, id, item -> item.map(edit));
    }

    private static <A> Item<A> keptOnFailure(Item<A> item) {
        return ((Step<A>) item).kept();
    }
}
