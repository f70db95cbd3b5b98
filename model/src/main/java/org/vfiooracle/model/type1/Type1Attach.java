// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.type1;

import java.util.List;
import org.vfiooracle.model.engine.Call;
import org.vfiooracle.model.engine.Membership;
import org.vfiooracle.model.engine.Procedure;
import org.vfiooracle.model.engine.Rule;
import org.vfiooracle.model.engine.Step;

/** Attaching a group to a Type1 container, for contrast. Source: vfio_iommu_type1.c, Linux 6.12. */
public final class Type1Attach {
    /** Attaches a group. */
    public static final Procedure.Name<Membership> ATTACH = new Procedure.Name<>("type1.attach", Membership.class);

    private static final Rule JOINED = Rule.read(
            "type1.attach.joined",
            "vfio_iommu_type1.c: vfio_iommu_type1_attach_group",
            "A Type1 container takes any number of groups, before and after its IOMMU is set");

    private Type1Attach() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        return List.of(Procedure.of(ATTACH, JOINED, Step.<Membership>change("attach", Call::state)));
    }
}
