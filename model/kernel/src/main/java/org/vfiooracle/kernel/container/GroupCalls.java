// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.container;

import java.util.List;
import java.util.Optional;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.OutField;
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
import org.vfiooracle.engine.source.VfioCore;
import org.vfiooracle.engine.state.GroupState;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.kernel.descriptor.AskedFirst;
import org.vfiooracle.kernel.memory.Structs;

/** The requests on a group. Sources: vfio.c, Linux 4.1 to 5.18; group.c, Linux 6.12. */
public final class GroupCalls {
    static final Procedure.Name<Operation.GetStatus> GET_STATUS =
            new Procedure.Name<>("VFIO_GROUP_GET_STATUS", Operation.GetStatus.class);
    static final Procedure.Name<Operation.SetContainer> SET_CONTAINER =
            new Procedure.Name<>("VFIO_GROUP_SET_CONTAINER", Operation.SetContainer.class);
    static final Procedure.Name<Operation.UnsetContainer> UNSET_CONTAINER =
            new Procedure.Name<>("VFIO_GROUP_UNSET_CONTAINER", Operation.UnsetContainer.class);
    public static final Procedure.Name<Operation.GetDeviceFd> GET_DEVICE_FD =
            new Procedure.Name<>("VFIO_GROUP_GET_DEVICE_FD", Operation.GetDeviceFd.class);

    private static final int STATUS_SIZE = 8;
    private static final long VIABLE = 1;
    private static final long CONTAINER_SET = 2;
    private static final Releases VFIO_C = Releases.to("5.18");
    private static final Releases GROUP_C = Releases.from("5.19");

    private static final Rule ALREADY_IN = Rule.read(
            "group.set-container.already-in",
            VfioCore.SET_CONTAINER,
            "A group that is in a container cannot be added to any container, not even to the same one");

    private static final Rule NO_CONTAINER = Rule.read(
            "group.set-container.no-container",
            VfioCore.SET_CONTAINER,
            "SET_CONTAINER refuses a descriptor that is not a container");

    private static final Rule NO_DEVICE =
            Rule.read("group.device.unknown", VfioCore.DEVICE_BY_NAME, "The group has no device of this name");
    private static final Rule DEVICE_NO_IOMMU = Rule.read(
            "group.device.no-iommu",
            VfioCore.DEVICE_NEEDS_IOMMU,
            "A device can be opened only when its group is in a container whose IOMMU type is set");

    private static final Rule DEVICE_NOT_VIABLE = Rule.read(
            "group.device.not-viable",
            VfioCore.GET_DEVICE_FD.of(VFIO_C),
            "No device of a group can be opened while the host uses another one");

    /** The id of the check whether a group has the device that is named. */
    private static final String DEVICE_KNOWN_ID = NO_DEVICE.id();

    /** The departure {@code group.unknown-device-stops-kernel}. */
    public static final Deviation UNKNOWN_DEVICE_STOPS_KERNEL = new Deviation(
            "group.unknown-device-stops-kernel",
            "If the group has no device of this name, the list head is opened as if it were a device, and the kernel stops",
            Releases.between("4.2", "4.3"),
            profile -> true,
            "vfio.c: vfio_device_get_from_name, neither in 4.1.6 nor in 4.4.11; seen on 4.2.8",
            catalogue ->
                    catalogue.edit(GET_DEVICE_FD, DEVICE_KNOWN_ID, check -> Optional.of(stoppingAtUnknownDevices())));

    private GroupCalls() {}

    /** Returns the step that has no outcome for a name that no device has: the kernel takes the head of the list for a device. */
    private static Step<Operation.GetDeviceFd> stoppingAtUnknownDevices() {
        return Step.of("look for the device, and stop where there is none of this name", call -> {
            if (noDevice(call)) {
                throw new NotModelled("a call that stops the kernel: the group has no device of this name");
            }
            return Progress.done(call.state());
        });
    }

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        return List.of(
                Procedure.<Operation.GetStatus>of(
                        GET_STATUS,
                        Rule.read(
                                "group.status",
                                VfioCore.GET_STATUS,
                                "GET_STATUS reports whether the group is viable and whether it is in a container"),
                        AskedFirst.open(),
                        AskedFirst.driver(),
                        AskedFirst.itsProcess(),
                        AskedFirst.kind(Handle.GroupFd.class),
                        Structs.read(),
                        Structs.atLeast(
                                Rule.read("group.status.argsz", VfioCore.GET_STATUS, "argsz must cover the flags"),
                                STATUS_SIZE),
                        Step.of("report", call -> Progress.done(call.state())
                                .out(
                                        OutField.FLAGS,
                                        (viable(call) ? VIABLE : 0) | (inContainer(call) ? CONTAINER_SET : 0))),
                        Structs.written()),
                Procedure.<Operation.SetContainer>of(
                        SET_CONTAINER,
                        Rule.read(
                                "group.set-container.joined",
                                VfioCore.SET_CONTAINER,
                                "The group is added to the container"),
                        AskedFirst.open(),
                        AskedFirst.driver(),
                        AskedFirst.itsProcess(),
                        AskedFirst.kind(Handle.GroupFd.class),
                        Structs.read(Operation.SetContainer::pointer),
                        Check.that(
                                "group.set-container.negative-fd",
                                VfioCore.GROUP_IOCTL.of(VFIO_C),
                                "A negative descriptor is refused before anything else is checked",
                                Errno.EINVAL,
                                GroupCalls::negative),
                        Check.that(ALREADY_IN, VFIO_C, Errno.EINVAL, GroupCalls::inContainer),
                        Check.that(
                                "group.set-container.not-open",
                                VfioCore.SET_CONTAINER,
                                "SET_CONTAINER refuses a descriptor that is not open",
                                Errno.EBADF,
                                GroupCalls::unbound),
                        Check.that(ALREADY_IN, GROUP_C, Errno.EINVAL, GroupCalls::inContainer),
                        Check.that(NO_CONTAINER, Releases.to("6.1"), Errno.EINVAL, GroupCalls::noContainer),
                        Check.that(NO_CONTAINER, Releases.from("6.2"), Errno.EBADFD, GroupCalls::noContainer),
                        Step.<Operation.SetContainer>of("join", GroupCalls::join)
                                .performing(Joining.JOIN)),
                Procedure.<Operation.UnsetContainer>of(
                        UNSET_CONTAINER,
                        Rule.read(
                                "group.unset-container.left",
                                VfioCore.UNSET_CONTAINER,
                                "The group is removed from its container"),
                        AskedFirst.open(),
                        AskedFirst.driver(),
                        AskedFirst.itsProcess(),
                        AskedFirst.kind(Handle.GroupFd.class),
                        Check.that(
                                "group.unset-container.not-in",
                                VfioCore.UNSET_CONTAINER,
                                "The group is not in a container",
                                Errno.EINVAL,
                                call -> !inContainer(call)),
                        Check.that(
                                "group.unset-container.device-open",
                                VfioCore.UNSET_CONTAINER,
                                "A group cannot leave its container while one of its devices is open",
                                Errno.EBUSY,
                                call -> of(call).devices() > 0),
                        Step.of("leave", GroupCalls::leave)),
                Procedure.<Operation.GetDeviceFd>of(
                        GET_DEVICE_FD,
                        Rule.read("group.device.opened", VfioCore.GET_DEVICE_FD, "The device is opened"),
                        AskedFirst.open(),
                        AskedFirst.driver(),
                        AskedFirst.itsProcess(),
                        AskedFirst.kind(Handle.GroupFd.class),
                        Structs.read(Operation.GetDeviceFd::pointer),
                        Check.that(DEVICE_NO_IOMMU, VFIO_C, Errno.EINVAL, GroupCalls::noIommu),
                        Check.that(DEVICE_NOT_VIABLE, Errno.EINVAL, call -> !viable(call)),
                        Check.that(NO_DEVICE, Errno.ENODEV, GroupCalls::noDevice),
                        Check.that(DEVICE_NO_IOMMU, GROUP_C, Errno.EINVAL, GroupCalls::noIommu),
                        Step.of("open", GroupCalls::openDevice)));
    }

    private static GroupState of(Call<? extends Operation> call) {
        Handle.GroupFd fd =
                (Handle.GroupFd) call.state().handle(call.args().on()).orElseThrow();
        return call.state().group(fd.group());
    }

    private static boolean viable(Call<? extends Operation> call) {
        return call.state().topology().group(of(call).alias()).orElseThrow().viable();
    }

    private static boolean inContainer(Call<? extends Operation> call) {
        return of(call).container().isPresent();
    }

    /** A handle that is not open is passed as descriptor -1. */
    private static boolean unbound(Call<Operation.SetContainer> call) {
        return call.state().handle(call.args().container()).isEmpty();
    }

    private static boolean negative(Call<Operation.SetContainer> call) {
        return unbound(call) && !call.args().container().equals(Operation.SetContainer.CLOSED);
    }

    private static boolean noContainer(Call<Operation.SetContainer> call) {
        return !(call.state().handle(call.args().container()).orElseThrow() instanceof Handle.ContainerFd);
    }

    private static Progress join(Call<Operation.SetContainer> call) {
        Handle.ContainerFd fd = (Handle.ContainerFd)
                call.state().handle(call.args().container()).orElseThrow();
        return call.perform(Joining.JOIN, new Membership(fd.container(), of(call).alias()));
    }

    private static Progress leave(Call<Operation.UnsetContainer> call) {
        GroupState group = of(call);
        Progress left =
                call.perform(Joining.LEAVE, new Membership(group.container().orElseThrow(), group.alias()));
        return Progress.done(left.state(), left.effects());
    }

    private static boolean noIommu(Call<Operation.GetDeviceFd> call) {
        Optional<String> container = of(call).container();
        return container.isEmpty()
                || call.state().container(container.get()).iommu().isEmpty();
    }

    private static boolean noDevice(Call<Operation.GetDeviceFd> call) {
        return !call.state()
                .topology()
                .group(of(call).alias())
                .orElseThrow()
                .has(call.args().device());
    }

    private static Progress openDevice(Call<Operation.GetDeviceFd> call) {
        if (of(call).inReset()) {
            throw new NotModelled("opening a device whose PE is in reset");
        }
        State next = call.state()
                .open(
                        call.args().as(),
                        new Handle.DeviceFd(
                                of(call).alias(),
                                call.args().device(),
                                call.state().current() + "/" + call.args().as()))
                .with(of(call).devices(1));
        return Progress.done(next).answering(Answer.FD);
    }
}
