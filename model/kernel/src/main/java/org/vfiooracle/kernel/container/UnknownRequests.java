// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.container;

import java.util.List;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Progress;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.engine.source.LinuxFile;
import org.vfiooracle.engine.source.VfioCore;
import org.vfiooracle.kernel.descriptor.AskedFirst;

/** Requests whose number nobody knows. */
final class UnknownRequests {
    static final Procedure.Name<Operation.Ioctl> IOCTL = new Procedure.Name<>("ioctl", Operation.Ioctl.class);

    /** The numbers that have a name in {@code <linux/vfio.h>}, on some descriptor. */
    private static final int FIRST_NAMED = 100;

    private static final int LAST_NAMED = 121;

    private static final Rule UNKNOWN = Rule.read(
            "fd.unknown-request",
            VfioCore.ANY_IOCTL
                    .then(LinuxFile.SPAPR_TCE, "tce_iommu_ioctl")
                    .then(LinuxFile.TYPE1, "vfio_iommu_type1_ioctl"),
            "An ioctl request that no VFIO descriptor supports is refused");

    private UnknownRequests() {}

    /** The procedures of this subject. */
    static List<Procedure<?>> procedures() {
        return List.of(Procedure.<Operation.Ioctl>of(
                IOCTL,
                UNKNOWN,
                Step.of("leave named requests to their names", UnknownRequests::refuseNamed),
                AskedFirst.open(),
                AskedFirst.driver(),
                AskedFirst.itsProcess(),
                Check.that(UNKNOWN, Errno.ENOTTY, call -> true)));
    }

    private static Progress refuseNamed(Call<Operation.Ioctl> call) {
        if (call.args().nr() >= FIRST_NAMED && call.args().nr() <= LAST_NAMED) {
            throw new NotModelled("request number " + call.args().nr() + " without its name");
        }
        return Progress.done(call.state());
    }
}
