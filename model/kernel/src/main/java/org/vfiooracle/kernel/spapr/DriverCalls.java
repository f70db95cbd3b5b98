// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import java.util.List;
import org.vfiooracle.kernel.engine.Call;
import org.vfiooracle.kernel.engine.Check;
import org.vfiooracle.kernel.engine.Item;
import org.vfiooracle.kernel.engine.Membership;
import org.vfiooracle.kernel.engine.Rule;
import org.vfiooracle.kernel.operation.Errno;
import org.vfiooracle.kernel.operation.Operation;
import org.vfiooracle.kernel.state.Container;
import org.vfiooracle.kernel.state.Handle;
import org.vfiooracle.kernel.state.Spapr;
import org.vfiooracle.kernel.state.State;
import org.vfiooracle.kernel.state.Type1;

/** What the requests to the sPAPR driver have in common. Source: vfio_iommu_spapr_tce.c: tce_iommu_ioctl. */
public final class DriverCalls {
    private static final String SOURCE = "vfio_iommu_spapr_tce.c: tce_iommu_ioctl";
    private static final Rule FOREIGN = Rule.read(
            "spapr.foreign-process",
            SOURCE + ", 4.10+",
            "A container that belongs to a process refuses every request of another one");
    private static final Rule NOT_TYPE1 = Rule.read(
            "type1.unknown-request",
            "vfio_iommu_type1.c: vfio_iommu_type1_ioctl",
            "Type1 does not know the requests of the sPAPR driver");
    private static final Rule NOT_V1 =
            Rule.read("spapr.not-in-v1", SOURCE, "A v1 container does not know registered memory and windows");
    private static final Rule NOT_V2 =
            Rule.read("spapr.not-in-v2", SOURCE, "A v2 container is not enabled or disabled");

    private DriverCalls() {}

    /** What the driver asks of every request but CHECK_EXTENSION. */
    public static <O extends Operation> Item<O> ofItsProcess() {
        return Check.that(FOREIGN, Eras.PENDING, Errno.EPERM, DriverCalls::foreign);
    }

    private static boolean foreign(Call<? extends Operation> call) {
        return call.state().handle(call.args().on()).orElseThrow() instanceof Handle.ContainerFd fd
                && call.state().container(fd.container()).iommu().orElse(null) instanceof Spapr spapr
                && spapr.owner().isPresent()
                && !spapr.owner().get().equals(call.state().current());
    }

    /** A Type1 container does not know the request. */
    static <O extends Operation> Item<O> notType1() {
        return Check.that(
                NOT_TYPE1, Errno.ENOTTY, call -> container(call).iommu().orElseThrow() instanceof Type1);
    }

    /** Only a container of this version knows the request. */
    static <O extends Operation> List<Item<O>> onlyVersion(int version) {
        return List.of(
                notType1(),
                Check.that(
                        version == 2 ? NOT_V1 : NOT_V2,
                        Errno.ENOTTY,
                        call -> spapr(call).version() != version));
    }

    /** Returns the container that the request is made on. */
    static Container container(Call<? extends Operation> call) {
        Handle.ContainerFd fd =
                (Handle.ContainerFd) call.state().handle(call.args().on()).orElseThrow();
        return call.state().container(fd.container());
    }

    /** Returns the driver state of that container. */
    static Spapr spapr(Call<? extends Operation> call) {
        return (Spapr) container(call).iommu().orElseThrow();
    }

    /** Returns the state with {@code next} as driver state of that container. */
    static State with(Call<? extends Operation> call, Spapr next) {
        return call.state().with(container(call).with(next));
    }

    /** Returns that container, and its newest group, which GET_INFO, ENABLE and CREATE ask. */
    static Membership newest(Call<? extends Operation> call) {
        return new Membership(container(call).name(), spapr(call).attached().get(0));
    }

    /** Returns the state with the container bound to the process. */
    static State bound(Call<? extends Operation> call) {
        return with(call, spapr(call).bind(call.state().current()));
    }
}
