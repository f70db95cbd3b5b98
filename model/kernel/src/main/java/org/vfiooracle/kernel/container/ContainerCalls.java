// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.container;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Membership;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Progress;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.engine.source.LinuxFile;
import org.vfiooracle.engine.source.VfioCore;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.Iommu;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Type1;
import org.vfiooracle.kernel.descriptor.AskedFirst;

/** The requests that the VFIO core itself answers on a container. Source: container.c, Linux 6.12. */
public final class ContainerCalls {
    static final Procedure.Name<Operation.GetApiVersion> GET_API_VERSION =
            new Procedure.Name<>("VFIO_GET_API_VERSION", Operation.GetApiVersion.class);
    static final Procedure.Name<Operation.CheckExtension> CHECK_EXTENSION =
            new Procedure.Name<>("VFIO_CHECK_EXTENSION", Operation.CheckExtension.class);
    static final Procedure.Name<Operation.SetIommu> SET_IOMMU =
            new Procedure.Name<>("VFIO_SET_IOMMU", Operation.SetIommu.class);

    private ContainerCalls() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        return List.of(
                Procedure.<Operation.GetApiVersion>of(
                        GET_API_VERSION,
                        Rule.read("container.api-version", VfioCore.CONTAINER_IOCTL, "VFIO_GET_API_VERSION returns 0"),
                        AskedFirst.open(),
                        AskedFirst.kind(Handle.ContainerFd.class),
                        Step.change("answer 0", Call::state)),
                Procedure.<Operation.CheckExtension>of(
                        CHECK_EXTENSION,
                        Rule.read(
                                "container.check-extension",
                                VfioCore.CHECK_EXTENSION,
                                "VFIO_CHECK_EXTENSION reports what the loaded IOMMU drivers support, not what the groups support"),
                        AskedFirst.open(),
                        AskedFirst.kind(Handle.ContainerFd.class),
                        Step.of("ask the drivers", call -> Progress.done(call.state())
                                .answering(new Answer.Value(
                                        Extensions.answer(call, call.args().extension()))))),
                Procedure.<Operation.SetIommu>of(
                        SET_IOMMU,
                        Rule.read(
                                "container.set-iommu.set",
                                VfioCore.SET_IOMMU,
                                "The IOMMU type is set after every group of the container has been attached"),
                        AskedFirst.open(),
                        AskedFirst.kind(Handle.ContainerFd.class),
                        Check.that(
                                "container.set-iommu.no-group",
                                VfioCore.SET_IOMMU,
                                "The IOMMU type cannot be set while the container has no group",
                                Errno.EINVAL,
                                call -> of(call).groups().isEmpty()),
                        Check.that(
                                "container.set-iommu.already-set",
                                VfioCore.SET_IOMMU,
                                "The IOMMU type of a container can be set only once",
                                Errno.EINVAL,
                                call -> of(call).iommu().isPresent()),
                        Check.that(
                                "container.set-iommu.unsupported",
                                VfioCore.SET_IOMMU,
                                "No loaded IOMMU driver supports this type",
                                Errno.ENODEV,
                                call -> Extensions.answer(call, call.args().type()) <= 0),
                        Check.that(
                                "container.set-iommu.no-type",
                                LinuxFile.SPAPR_TCE.in("tce_iommu_open").then(LinuxFile.TYPE1, "vfio_iommu_type1_open"),
                                "An extension that is not an IOMMU type cannot be set, even if CHECK_EXTENSION reports it",
                                Errno.EINVAL,
                                call -> !Extensions.isType(call, call.args().type())),
                        Step.<Operation.SetIommu>of("attach every group", ContainerCalls::attachAll)
                                .performing(Joining.ATTACH_TO_DRIVER)));
    }

    /** Returns the container that a request is made on. */
    static Container of(Call<? extends Operation> call) {
        Handle.ContainerFd fd =
                (Handle.ContainerFd) call.state().handle(call.args().on()).orElseThrow();
        return call.state().container(fd.container());
    }

    private static Progress attachAll(Call<Operation.SetIommu> call) {
        Container container = of(call);
        State opened = call.state().with(container.with(open(call)));
        Progress.Done soFar = Progress.done(opened);
        List<String> attached = new ArrayList<>();
        for (String group : container.groups()) {
            Progress progress =
                    call.in(soFar.state()).perform(Joining.ATTACH_TO_DRIVER, new Membership(container.name(), group));
            if (progress instanceof Progress.Stopped stopped) {
                return unwind(call, container, attached, (Progress.Stopped) stopped.after(soFar.effects()));
            }
            soFar = soFar.then(Progress.done(progress.state(), progress.effects()));
            attached.add(0, group);
        }
        return soFar;
    }

    private static Progress unwind(
            Call<?> call, Container container, List<String> newestFirst, Progress.Stopped stopped) {
        Progress.Done undone = Progress.done(stopped.state(), stopped.effects());
        for (String group : newestFirst) {
            Progress left = call.in(undone.state())
                    .perform(Joining.DETACH_FROM_DRIVER, new Membership(container.name(), group));
            undone = undone.then(Progress.done(left.state(), left.effects()));
        }
        String any = container.groups().get(0);
        Progress released =
                call.in(undone.state()).perform(Joining.RELEASE_DRIVER, new Membership(container.name(), any));
        undone = undone.then(Progress.done(released.state(), released.effects()));
        return new Progress.Stopped(undone.state(), undone.effects(), stopped.rule(), stopped.answer());
    }

    private static Iommu open(Call<Operation.SetIommu> call) {
        int type = call.args().type();
        return switch (call.hardware().iommu()) {
            case SPAPR_TCE -> Spapr.open(type == Extensions.SPAPR_TCE_V2 ? 2 : 1);
            case TYPE1 -> Type1.open(type);
        };
    }
}
