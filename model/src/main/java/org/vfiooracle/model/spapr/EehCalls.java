// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.spapr;

import java.util.List;
import org.vfiooracle.model.engine.NotModelled;
import org.vfiooracle.model.engine.Procedure;
import org.vfiooracle.model.engine.Progress;
import org.vfiooracle.model.engine.Rule;
import org.vfiooracle.model.engine.Step;
import org.vfiooracle.model.operation.Operation;

/** EEH_PE_OP: freezing, resetting and asking the PEs of a container. */
public final class EehCalls {
    public static final Procedure.Name<Operation.EehPeOp> EEH_PE_OP =
            new Procedure.Name<>("VFIO_EEH_PE_OP", Operation.EehPeOp.class);

    private static final Rule DONE =
            Rule.read("spapr.eeh.done", "vfio_spapr_eeh.c: vfio_spapr_iommu_eeh_ioctl", "The operation is performed");

    private EehCalls() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        return List.of(Procedure.of(EEH_PE_OP, DONE, Step.<Operation.EehPeOp>of("perform", call -> no())));
    }

    private static Progress no() {
        throw new NotModelled("VFIO_EEH_PE_OP");
    }
}
