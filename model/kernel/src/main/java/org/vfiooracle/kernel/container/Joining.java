// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.container;

import java.util.List;
import java.util.Optional;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Membership;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Progress;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.engine.source.VfioCore;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.Iommu;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.kernel.spapr.Attach;
import org.vfiooracle.kernel.spapr.Detach;
import org.vfiooracle.kernel.spapr.Ownership;
import org.vfiooracle.kernel.type1.Type1Attach;

/** A group joins a container, or leaves it. */
public final class Joining {
    /** Puts a group into a container. */
    static final Procedure.Name<Membership> JOIN = new Procedure.Name<>("container.join", Membership.class);

    /** Takes a group out of its container; the last one takes the IOMMU driver with it. */
    static final Procedure.Name<Membership> LEAVE = new Procedure.Name<>("container.leave", Membership.class);

    /** Attaches a group to the IOMMU driver that its container has. */
    static final Procedure.Name<Membership> ATTACH_TO_DRIVER =
            new Procedure.Name<>("container.attach-to-driver", Membership.class);

    /** Detaches a group from the IOMMU driver that its container has. */
    static final Procedure.Name<Membership> DETACH_FROM_DRIVER =
            new Procedure.Name<>("container.detach-from-driver", Membership.class);

    /** Drops the IOMMU driver of a container. */
    static final Procedure.Name<Membership> RELEASE_DRIVER =
            new Procedure.Name<>("container.release-driver", Membership.class);

    private static final Rule DRIVER =
            Rule.read("container.driver", VfioCore.SET_IOMMU, "One IOMMU driver serves all groups of a container");
    private static final Releases CORE_OWNS = Releases.from("6.4");

    private Joining() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        return List.of(
                Procedure.of(
                        JOIN,
                        Rule.read(
                                "container.join.no-iommu-yet",
                                VfioCore.JOIN,
                                "A container whose IOMMU type is not set accepts any group"),
                        Check.that(
                                "container.join.not-viable",
                                VfioCore.JOIN.of(Releases.from("5.19")),
                                "A group of which the host uses a device joins no container",
                                Errno.EPERM,
                                call -> !call.args().inTopology(call.state()).viable()),
                        Step.<Membership>of("claim DMA ownership", CORE_OWNS, Joining::claim)
                                .performing(Ownership.TAKE)
                                .rolledBackBy(Joining::giveBack),
                        Step.<Membership>of("attach to the driver", Joining::attachWhenSet)
                                .performing(ATTACH_TO_DRIVER),
                        Step.change("join", Joining::join)),
                Procedure.of(
                        LEAVE,
                        Rule.read(
                                "container.leave.left",
                                VfioCore.LEAVE,
                                "A group that leaves is detached; after the last one the container has no IOMMU type again"),
                        Step.of("detach from the driver", Joining::detachWhenSet),
                        Step.of("return DMA ownership", CORE_OWNS, Joining::giveBack),
                        Step.change("leave", Joining::leave),
                        Step.of("release the driver after the last", Joining::releaseAfterLast),
                        Step.change("drop the container when nobody holds it", call -> call.state()
                                .with(call.args().container(call.state())))),
                Procedure.of(
                        ATTACH_TO_DRIVER,
                        DRIVER,
                        Step.<Membership>of("attach", Joining::attach).performing(Attach.ATTACH, Type1Attach.ATTACH)),
                Procedure.of(DETACH_FROM_DRIVER, DRIVER, Step.of("detach", Joining::detach)),
                Procedure.of(
                        RELEASE_DRIVER,
                        DRIVER,
                        Step.of("release", Joining::release),
                        Step.change("no IOMMU", call -> call.state()
                                .keep(call.args().container(call.state()).withoutIommu()))));
    }

    private static Progress claim(Call<Membership> call) {
        return call.hardware().iommu() == Hardware.Iommu.TYPE1
                ? Progress.done(call.state())
                : unlessStopped(call.perform(Ownership.TAKE, call.args()));
    }

    private static Progress.Done giveBack(Call<Membership> call) {
        if (call.hardware().iommu() == Hardware.Iommu.TYPE1) {
            return Progress.done(call.state());
        }
        Progress moved = call.perform(Ownership.GIVE_BACK, call.args());
        return Progress.done(moved.state(), moved.effects());
    }

    private static Progress unlessStopped(Progress progress) {
        return progress instanceof Progress.Stopped ? progress : withoutReason(progress);
    }

    private static Progress attachWhenSet(Call<Membership> call) {
        return iommu(call).isPresent() ? call.perform(ATTACH_TO_DRIVER, call.args()) : Progress.done(call.state());
    }

    private static Progress detachWhenSet(Call<Membership> call) {
        return iommu(call).isPresent()
                ? withoutReason(call.perform(DETACH_FROM_DRIVER, call.args()))
                : Progress.done(call.state());
    }

    private static Progress releaseAfterLast(Call<Membership> call) {
        Container container = call.args().container(call.state());
        return container.groups().isEmpty() && container.iommu().isPresent()
                ? withoutReason(call.perform(RELEASE_DRIVER, call.args()))
                : Progress.done(call.state());
    }

    private static Progress attach(Call<Membership> call) {
        return call.perform(spapr(call) ? Attach.ATTACH : Type1Attach.ATTACH, call.args());
    }

    private static Progress detach(Call<Membership> call) {
        return spapr(call) ? inNameOfOwner(call, Detach.DETACH) : Progress.done(call.state());
    }

    private static Progress release(Call<Membership> call) {
        return spapr(call)
                ? inNameOfOwner(call, Detach.RELEASE)
                : withoutReason(call.perform(Type1Attach.RELEASE, call.args()));
    }

    /** What a container has locked belongs to its own process, whoever closes it. */
    private static Progress inNameOfOwner(Call<Membership> call, Procedure.Name<Membership> what) {
        String caller = call.state().current();
        String owner = call.args().spapr(call.state()).owner().orElse(caller);
        Progress done = call.in(call.state().as(owner)).perform(what, call.args());
        return withoutReason(Progress.done(done.state().as(caller), done.effects()));
    }

    private static boolean spapr(Call<Membership> call) {
        return iommu(call).orElseThrow() instanceof Spapr;
    }

    private static Optional<Iommu> iommu(Call<Membership> call) {
        return call.args().container(call.state()).iommu();
    }

    private static Progress withoutReason(Progress progress) {
        return Progress.done(progress.state(), progress.effects());
    }

    private static State join(Call<Membership> call) {
        Membership in = call.args();
        return call.state()
                .with(in.container(call.state()).with(in.group()))
                .with(call.state().group(in.group()).in(Optional.of(in.container())));
    }

    /** The group is out, but a container without descriptor is kept until its driver has been released. */
    private static State leave(Call<Membership> call) {
        Membership in = call.args();
        State out = call.state().with(call.state().group(in.group()).in(Optional.empty()));
        return out.keep(in.container(out).without(in.group()));
    }
}
