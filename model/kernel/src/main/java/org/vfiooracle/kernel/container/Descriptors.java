// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.container;

import java.util.List;
import java.util.Optional;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.Operation;
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
import org.vfiooracle.engine.source.Source;
import org.vfiooracle.engine.source.VfioCore;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.GroupState;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.topology.Group;
import org.vfiooracle.kernel.descriptor.AskedFirst;

/** Opening and closing. */
public final class Descriptors {
    static final Procedure.Name<Operation.OpenContainer> OPEN_CONTAINER =
            new Procedure.Name<>("open /dev/vfio/vfio", Operation.OpenContainer.class);
    public static final Procedure.Name<Operation.OpenGroup> OPEN_GROUP =
            new Procedure.Name<>("open /dev/vfio/N", Operation.OpenGroup.class);
    static final Procedure.Name<Operation.Close> CLOSE = new Procedure.Name<>("close", Operation.Close.class);

    /** Where a deviation leaves the groups of a host without their nodes. */
    private static final String NODE_STEP = "find the node of the group";

    /** Why no group can be opened on a host whose groups have no nodes. */
    public static final Rule NO_NODE = Rule.read(
            "group.open.no-node",
            VfioCore.REGISTER_DEVICE.of(Releases.between("5.19", "6.3")).seen("6.1"),
            "A group has no node /dev/vfio/N unless one of its devices is bound to a VFIO driver");

    /** Why nothing happens when one of several descriptors or mappings is gone. */
    static final Rule STILL_OPEN = Rule.read(
            "fd.still-open",
            Source.elsewhere("dup(2), fork(2), mmap(2)"),
            "A file is released only when its last descriptor or mapping in any process is gone");

    /** The departure {@code group.no-device-binds}. */
    public static final Deviation NO_DEVICE_BINDS = new Deviation(
            "group.no-device-binds",
            "On POWER no device can be bound to VFIO, so groups have no node and only containers can be opened",
            Releases.between("5.19", "6.3"),
            profile -> profile.hardware().iommu() == Hardware.Iommu.SPAPR_TCE,
            "vfio_main.c: __vfio_register_dev asks for a capability that iommu.c of powerpc has since 6.4; seen on 6.1",
            catalogue -> catalogue.edit(
                    OPEN_GROUP, NODE_STEP, step -> Optional.of(Check.that(NO_NODE, Errno.ENOENT, call -> true))));

    private Descriptors() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        return List.of(
                Procedure.of(
                        OPEN_CONTAINER,
                        Rule.read(
                                "container.open.opened",
                                VfioCore.CONTAINER_OPEN,
                                "Each open of /dev/vfio/vfio creates a new container"),
                        Step.of("open", Descriptors::openContainer)),
                Procedure.of(
                        OPEN_GROUP,
                        Rule.read("group.open.opened", VfioCore.GROUP_OPEN, "A group that is not open can be opened"),
                        Step.<Operation.OpenGroup>of(NODE_STEP, call -> Progress.done(call.state()))
                                .giving(NO_NODE),
                        Check.that(
                                "group.open.no-group",
                                Source.elsewhere("open(2): a node that is not there"),
                                "Only an IOMMU group of the machine has a node /dev/vfio/N",
                                Errno.ENOENT,
                                call -> call.args().group().equals(Operation.OpenGroup.NONE)),
                        Check.that(
                                "group.open.not-permitted",
                                Source.elsewhere("open(2): a file whose permissions do not allow it"),
                                "Whoever has no permission for the node of a group cannot open it",
                                Errno.EACCES,
                                call -> !group(call).permitted()),
                        Check.that(
                                "group.open.busy",
                                VfioCore.GROUP_OPEN,
                                "A group can be opened only once at a time, and not while one of its devices is open",
                                Errno.EBUSY,
                                Descriptors::groupBusy),
                        Step.of("open", Descriptors::openGroup)),
                Procedure.of(
                        CLOSE,
                        Rule.read(
                                "fd.closed",
                                VfioCore.LAST_CLOSE,
                                "Closing the last descriptor of a group and its devices takes it out of its container, which lives while it holds a group"),
                        AskedFirst.open(),
                        Step.<Operation.Close>of("close", Descriptors::close).giving(STILL_OPEN)));
    }

    private static Group group(Call<Operation.OpenGroup> call) {
        String alias = call.args().group();
        return call.state()
                .topology()
                .group(alias)
                .orElseThrow(() -> new NotModelled("a group that the topology does not have: " + alias));
    }

    private static boolean groupBusy(Call<Operation.OpenGroup> call) {
        GroupState group = call.state().group(call.args().group());
        return group.open() || group.devices() > 0;
    }

    private static Progress openContainer(Call<Operation.OpenContainer> call) {
        String name = call.args().as();
        if (call.state().containers().containsKey(name)) {
            throw new NotModelled("a second container of the name " + name + " while the first one lives");
        }
        return Progress.done(
                        call.state().open(name, new Handle.ContainerFd(name)).with(Container.open(name)))
                .answering(Answer.FD);
    }

    private static Progress openGroup(Call<Operation.OpenGroup> call) {
        String alias = call.args().group();
        State next = call.state()
                .open(call.args().as(), new Handle.GroupFd(alias))
                .with(call.state().group(alias).opened(true));
        return Progress.done(next).answering(Answer.FD);
    }

    private static Progress close(Call<Operation.Close> call) {
        Handle handle = call.state().handle(call.args().on()).orElseThrow();
        return release(call, call.state().close(call.args().on()), handle);
    }

    /** Lets go of an open file once no descriptor stands for it any more. */
    static Progress release(Call<?> call, State next, Handle handle) {
        if (next.refersTo(handle)) {
            return Progress.done(next).because(STILL_OPEN);
        }
        if (handle instanceof Handle.ContainerFd fd) {
            return Progress.done(next.with(next.container(fd.container()).closed()));
        }
        if (handle instanceof Handle.GroupFd fd) {
            return leaveWhenLast(call, next.with(next.group(fd.group()).opened(false)), fd.group());
        }
        Handle.DeviceFd fd = (Handle.DeviceFd) handle;
        return leaveWhenLast(call, next.with(next.group(fd.group()).devices(-1)), fd.group());
    }

    private static Progress leaveWhenLast(Call<?> call, State state, String alias) {
        GroupState group = state.group(alias);
        if (group.open() || group.devices() > 0 || group.container().isEmpty()) {
            return Progress.done(state);
        }
        Progress left = call.in(state)
                .perform(Joining.LEAVE, new Membership(group.container().get(), alias));
        return Progress.done(left.state(), left.effects());
    }
}
