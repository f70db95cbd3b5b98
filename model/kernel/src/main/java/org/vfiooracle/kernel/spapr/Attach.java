// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import java.util.List;
import java.util.Optional;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.operation.Errno;
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

/** Attaching a group to a container of the sPAPR driver. Source: tce_iommu_attach_group of each era. */
public final class Attach {
    /** Attaches a group. */
    public static final Procedure.Name<Membership> ATTACH = new Procedure.Name<>("spapr.attach", Membership.class);

    private static final Source ATTACH_GROUP = LinuxFile.SPAPR_TCE.in("tce_iommu_attach_group");
    private static final Rule FIRST = Rule.read(
            "spapr.attach.first",
            ATTACH_GROUP,
            "The first group is attached, and the container takes over its windows");
    private static final Rule JOINED = Rule.read(
            "spapr.attach.joined",
            ATTACH_GROUP.of(Eras.SECOND_ON),
            "A further group that can hand over the ownership of its tables joins, and every window is programmed into it");

    private static final int TCE_BYTES = 8;
    private static final int TCE_PAGE = 4096;
    private static final Releases DRIVER_OWNS = Releases.to("6.3");

    /** The check that several groups do not share what cannot be shared; a deviation makes it stop the kernel. */
    private static final String NOT_SHAREABLE_ID = "spapr.attach.not-shareable";

    /** The departure {@code spapr.second-group-stops-partition}. */
    public static final Deviation SECOND_GROUP_STOPS_PARTITION = new Deviation(
            "spapr.second-group-stops-partition",
            "In a partition, a second group that joins a container with a window stops the kernel (CVE-2025-21713)",
            Releases.between("6.11", "6.13").fixedIn("6.12", 13).fixedIn("6.13", 2),
            profile -> profile.hardware().tables() == Hardware.Tables.HYPERVISOR,
            "iommu.c of pseries: spapr_tce_unset_window of a window that was never set; stable 6.12.13 and 6.13.2",
            catalogue -> catalogue.edit(ATTACH, NOT_SHAREABLE_ID, check -> Optional.of(stoppingTheKernel())));

    private Attach() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        return List.of(Procedure.of(
                ATTACH,
                FIRST,
                Check.that(
                        "spapr.attach.one-group",
                        ATTACH_GROUP.of(Eras.FIRST),
                        "A sPAPR container holds one group",
                        Errno.EBUSY,
                        Attach::hasGroups),
                Check.that(
                        "spapr.attach.v2-without-windows",
                        ATTACH_GROUP.of(Releases.from("6.4")),
                        "A v2 container accepts only groups that support creating windows",
                        Errno.EINVAL,
                        call -> isV2(call) && !call.hardware().createsWindows()),
                Check.that(
                        "spapr.attach.v1-one-group",
                        ATTACH_GROUP.of(Releases.from("6.4")),
                        "A v1 container holds one group",
                        Errno.EBUSY,
                        call -> !isV2(call) && hasGroups(call)),
                Check.that(
                        "spapr.attach.no-ownership",
                        ATTACH_GROUP.of(Releases.between("4.2", "6.3")),
                        "A container accepts a second group only if the group can hand over the ownership of its tables",
                        Errno.EBUSY,
                        call -> hasGroups(call) && !call.hardware().handsOverOwnership()),
                Check.that(
                        "spapr.attach.v2-needs-windows",
                        ATTACH_GROUP.of(Eras.TYPE_CHECKED),
                        "A v2 container refuses a group that does not support creating windows",
                        Errno.EPERM,
                        call -> isV2(call) && !call.hardware().createsWindows()),
                Check.that(
                        "spapr.attach.v1-without-windows",
                        ATTACH_GROUP.of(Eras.TYPE_CHECKED),
                        "A v1 container refuses a group that supports creating windows",
                        Errno.EPERM,
                        call -> !isV2(call) && call.hardware().createsWindows()),
                Step.<Membership>of("take ownership", DRIVER_OWNS, call -> call.perform(Ownership.TAKE, call.args()))
                        .rolledBackBy(call -> (Progress.Done) call.perform(Ownership.GIVE_BACK, call.args())),
                Check.that(
                        "spapr.attach.shadow-memlock",
                        LinuxFile.SPAPR_TCE.in("tce_iommu_userspace_view_alloc").of(Eras.EAGER_SHADOW),
                        "The user-address array of a group's fixed table counts as locked memory of the process",
                        Errno.ENOMEM,
                        Attach::shadowTooDear),
                Step.of("adopt the group's table", Eras.FIRST, call -> adopt(call, 0, false)),
                Step.of(
                        "adopt the group's table and a shadow",
                        Eras.EAGER_SHADOW,
                        call -> adoptFixed(call, view(call), true)),
                Step.of("adopt the group's fixed table", Eras.ADOPTING, call -> adoptFixed(call, 0, false)),
                Step.<Membership>of("unset both slots when it fails", Eras.EAGER, call -> Progress.done(call.state()))
                        .rolledBackBy(call -> (Progress.Done) Detach.unset(call, Detach.BOTH_SLOTS)),
                Step.<Membership>of("make the default window", Eras.EAGER, Attach::makeDefaultAtOnce)
                        .performing(Windows.MAKE),
                Check.that(
                        NOT_SHAREABLE_ID,
                        LinuxFile.PSERIES_IOMMU.in("spapr_tce_set_window").of(Releases.from("6.11")),
                        "A group cannot join a container that has a window if a table can serve only one group",
                        Errno.EPERM,
                        Attach::wouldShareUnshareable),
                Step.<Membership>of("program the windows into it", Attach::program)
                        .giving(FIRST, JOINED),
                Step.of(
                        "await the default window where windows can be created",
                        Eras.PENDING_WHERE_CREATED,
                        call -> call.hardware().createsWindows() ? awaitDefault(call) : Progress.done(call.state())),
                Step.of("await the default window", Releases.from("6.4"), Attach::awaitDefault)));
    }

    /** Returns the step that has no outcome where a second group meets a window. */
    private static Step<Membership> stoppingTheKernel() {
        return Step.of(NOT_SHAREABLE_ID, call -> {
            if (wouldShareUnshareable(call)) {
                throw new NotModelled("a call that stops the kernel: a second group meets the window of a partition");
            }
            return Progress.done(call.state());
        });
    }

    private static Spapr spapr(Call<Membership> call) {
        return call.args().spapr(call.state());
    }

    private static boolean isV2(Call<Membership> call) {
        return spapr(call).version() == 2;
    }

    private static boolean hasGroups(Call<Membership> call) {
        return !spapr(call).attached().isEmpty();
    }

    private static boolean wouldShareUnshareable(Call<Membership> call) {
        return hasGroups(call)
                && !spapr(call).windows().isEmpty()
                && !call.hardware().tableShareable();
    }

    /** Where tables cannot be created, the container uses the one that the group has had since boot. */
    private static Progress adoptFixed(Call<Membership> call, long lockedPages, boolean shadow) {
        boolean shares = hasGroups(call) && call.hardware().tableShareable();
        return call.hardware().createsWindows() || shares
                ? Progress.done(call.state())
                : adopt(call, lockedPages, shadow);
    }

    private static Progress adopt(Call<Membership> call, long lockedPages, boolean shadow) {
        BootWindows boot = boot(call);
        Tces left = call.state().group(call.args().group()).left();
        Window own = new Window(
                0, boot.start(), boot.size(), Windows.DEFAULT_PAGE_SHIFT, 1, lockedPages, true, shadow, left);
        return Progress.done(
                call.args().with(call.state(), spapr(call).with(own)).locking(lockedPages));
    }

    private static boolean shadowTooDear(Call<Membership> call) {
        return !call.hardware().createsWindows()
                && !call.state().process().canLock(view(call), call.profile().pageSize());
    }

    /** Locked memory of the shadow of user addresses, in host pages. */
    private static long view(Call<Membership> call) {
        return call.pages(boot(call).size() / TCE_PAGE * TCE_BYTES);
    }

    private static BootWindows boot(Call<Membership> call) {
        return BootWindows.of(
                call.profile(), call.state().topology(), call.args().inTopology(call.state()));
    }

    private static Progress makeDefaultAtOnce(Call<Membership> call) {
        if (!call.hardware().createsWindows()
                || hasGroups(call)
                || !spapr(call).windows().isEmpty()) {
            return Progress.done(call.state());
        }
        return call.perform(
                Windows.MAKE,
                new Windows.Wanted(
                        call.args(), Windows.DEFAULT_PAGE_SHIFT, call.hardware().dma32Size(), 1));
    }

    private static Progress program(Call<Membership> call) {
        Spapr spapr = spapr(call);
        State next = call.args().with(call.state(), spapr.attach(call.args().group()));
        List<Window> created =
                spapr.windows().values().stream().filter(w -> !w.ofGroup()).toList();
        List<Effect> effects = Windows.set(call.args().group(), created);
        return Progress.done(next, effects).because(hasGroups(call) ? JOINED : FIRST);
    }

    private static Progress awaitDefault(Call<Membership> call) {
        Spapr spapr = spapr(call);
        boolean pending = spapr.attached().size() == 1 && !spapr.windows().containsKey(0);
        return Progress.done(pending ? call.args().with(call.state(), spapr.pending(true)) : call.state());
    }
}
