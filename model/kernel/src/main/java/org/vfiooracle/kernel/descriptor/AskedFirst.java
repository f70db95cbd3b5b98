// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.descriptor;

import java.util.Set;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Item;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.source.LinuxFile;
import org.vfiooracle.engine.source.Source;
import org.vfiooracle.engine.source.VfioCore;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.Spapr;

/** The checks that stand at the head of the list of every request: what is asked of its descriptor. */
public final class AskedFirst {
    /** The rule that a call on a descriptor that is not open fails. */
    public static final Rule BAD_DESCRIPTOR = Rule.read(
            "fd.bad-descriptor",
            Source.elsewhere("ioctl(2), close(2)"),
            "A call on a descriptor that is not open fails");

    /** The id of the rule that a request is made on a descriptor of its kind. */
    public static final String WRONG_KIND = "fd.wrong-kind";

    /** Requests that a device shares the number of, and whose answer depends on more than this model has. */
    private static final Set<Class<? extends Operation>> OTHER_MEANING = Set.of(
            Operation.MapDma.class,
            Operation.Disable.class,
            Operation.RegisterMemory.class,
            Operation.UnregisterMemory.class);

    private AskedFirst() {}

    /** The descriptor is open. */
    public static <O extends Operation> Item<O> open() {
        return Check.that(BAD_DESCRIPTOR, Errno.EBADF, call -> call.state()
                .handle(call.args().on())
                .isEmpty());
    }

    /** A container that has no driver yet has nobody to pass a request on to; other descriptors pass. */
    public static <O extends Operation> Item<O> driver() {
        return Check.that(
                "container.no-iommu",
                VfioCore.CONTAINER_IOCTL,
                "Until its IOMMU type is set, a container accepts only GET_API_VERSION, CHECK_EXTENSION and SET_IOMMU",
                Errno.EINVAL,
                call -> handle(call) instanceof Handle.ContainerFd fd
                        && call.state().container(fd.container()).iommu().isEmpty());
    }

    /** What the sPAPR driver asks of every request but CHECK_EXTENSION. */
    public static <O extends Operation> Item<O> itsProcess() {
        return Check.that(
                "spapr.foreign-process",
                LinuxFile.SPAPR_TCE
                        .in("tce_iommu_ioctl")
                        .of(Releases.from("4.10").backportedTo("4.9", 79)),
                "A container bound to a process refuses requests from any other process",
                Errno.EPERM,
                AskedFirst::foreign);
    }

    /**
     * The descriptor is of {@code kind}. A container passes on what it does not know itself, so it is asked about its driver
     * before this, by requests of other kinds.
     */
    public static <O extends Operation> Item<O> kind(Class<? extends Handle> kind) {
        return Check.that(
                WRONG_KIND,
                VfioCore.ANY_IOCTL,
                "A descriptor refuses ioctl requests that belong to another kind of VFIO descriptor",
                Errno.ENOTTY,
                call -> wrongKind(call, kind));
    }

    private static boolean foreign(Call<? extends Operation> call) {
        return handle(call) instanceof Handle.ContainerFd fd
                && call.state().container(fd.container()).iommu().orElse(null) instanceof Spapr spapr
                && spapr.owner().isPresent()
                && !spapr.owner().get().equals(call.state().current());
    }

    /** Refuses to say what a request means to a device that has its own meaning for the number. */
    private static boolean wrongKind(Call<? extends Operation> call, Class<? extends Handle> kind) {
        Handle handle = handle(call);
        if (handle instanceof Handle.DeviceFd
                && OTHER_MEANING.contains(call.args().getClass())) {
            throw new NotModelled(call.args().name() + " on a device, where its number means another request");
        }
        return !kind.isInstance(handle);
    }

    private static Handle handle(Call<? extends Operation> call) {
        return call.state().handle(call.args().on()).orElseThrow();
    }
}
