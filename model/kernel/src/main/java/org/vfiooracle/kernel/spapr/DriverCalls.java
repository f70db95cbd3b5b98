// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Item;
import org.vfiooracle.engine.procedure.Membership;
import org.vfiooracle.engine.source.LinuxFile;
import org.vfiooracle.engine.source.Source;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Type1;

/** What the requests to the sPAPR driver have in common. Source: vfio_iommu_spapr_tce.c: tce_iommu_ioctl. */
public final class DriverCalls {

    private static final Source IOCTL = LinuxFile.SPAPR_TCE.in("tce_iommu_ioctl");

    private DriverCalls() {}

    /** A Type1 container does not know the request. */
    static <O extends Operation> Item<O> notType1() {
        return Check.that(
                "type1.unknown-request",
                LinuxFile.TYPE1.in("vfio_iommu_type1_ioctl"),
                "Type1 does not support the requests of the sPAPR driver",
                Errno.ENOTTY,
                call -> container(call).iommu().orElseThrow() instanceof Type1);
    }

    /** Only a v2 container knows the request. */
    static <O extends Operation> Item<O> inV2() {
        return Check.that(
                "spapr.not-in-v1",
                IOCTL,
                "A v1 container does not support registered memory or window requests",
                Errno.ENOTTY,
                call -> spapr(call).version() != 2);
    }

    /** Only a v1 container knows the request. */
    static <O extends Operation> Item<O> inV1() {
        return Check.that(
                "spapr.not-in-v2",
                IOCTL,
                "A v2 container does not support ENABLE and DISABLE",
                Errno.ENOTTY,
                call -> spapr(call).version() != 1);
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
