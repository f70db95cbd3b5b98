// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.type1;

import java.util.List;
import org.vfiooracle.model.engine.NotModelled;
import org.vfiooracle.model.engine.Procedure;
import org.vfiooracle.model.engine.Progress;
import org.vfiooracle.model.engine.Rule;
import org.vfiooracle.model.engine.Step;
import org.vfiooracle.model.operation.Operation;

/** What a Type1 container is asked. Source: vfio_iommu_type1.c, Linux 6.12. */
public final class Type1Calls {
    public static final Procedure.Name<Operation.IommuGetInfo> GET_INFO =
            new Procedure.Name<>("VFIO_IOMMU_GET_INFO", Operation.IommuGetInfo.class);

    private static final Rule INFO = Rule.read(
            "type1.get-info", "vfio_iommu_type1.c: vfio_iommu_type1_get_info", "The page sizes of the IOMMU are told");

    private Type1Calls() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        return List.of(Procedure.of(GET_INFO, INFO, Step.<Operation.IommuGetInfo>of("report", call -> no())));
    }

    private static Progress no() {
        throw new NotModelled("VFIO_IOMMU_GET_INFO");
    }
}
