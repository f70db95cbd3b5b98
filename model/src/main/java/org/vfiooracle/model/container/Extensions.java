// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.container;

import java.util.Map;
import java.util.Set;
import org.vfiooracle.model.engine.Call;
import org.vfiooracle.model.engine.NotModelled;
import org.vfiooracle.model.operation.Operation;
import org.vfiooracle.model.platform.Hardware;
import org.vfiooracle.model.platform.Releases;

/** The numbers that CHECK_EXTENSION and SET_IOMMU know. Source: {@code <linux/vfio.h>}. */
final class Extensions {
    static final int TYPE1 = 1;
    static final int SPAPR_TCE = 2;
    static final int TYPE1V2 = 3;
    static final int DMA_CC = 4;
    static final int EEH = 5;
    static final int NESTING = 6;
    static final int SPAPR_TCE_V2 = 7;
    static final int UNMAP_ALL = 9;
    static final int UPDATE_VADDR = 10;

    /** The releases in which the sPAPR driver knows an extension. */
    private static final Map<Integer, Releases> SPAPR =
            Map.of(SPAPR_TCE, Releases.ALL, SPAPR_TCE_V2, Releases.from("4.2"), EEH, Releases.ALL);

    private static final Set<Integer> TYPE1_ALWAYS = Set.of(TYPE1, TYPE1V2, NESTING, UNMAP_ALL);
    private static final Set<Integer> TYPE1_DEPENDS = Set.of(DMA_CC, UPDATE_VADDR);

    private Extensions() {}

    /** Returns what CHECK_EXTENSION answers: 1 or 0. */
    static long answer(Call<? extends Operation> call, int extension) {
        return known(call, extension) ? 1 : 0;
    }

    private static boolean known(Call<? extends Operation> call, int extension) {
        if (call.hardware().iommu() == Hardware.Iommu.SPAPR_TCE) {
            Releases releases = SPAPR.get(extension);
            return releases != null
                    && releases.contains(call.profile().release())
                    && (extension != EEH || call.hardware().eeh());
        }
        if (TYPE1_DEPENDS.contains(extension) && ContainerCalls.of(call).iommu().isPresent()) {
            throw new NotModelled("extension " + extension + " of a Type1 container whose IOMMU is set");
        }
        return TYPE1_ALWAYS.contains(extension);
    }

    /** Whether an extension that is known can be set as IOMMU type, too. */
    static boolean isType(Call<?> call, int extension) {
        return call.hardware().iommu() == Hardware.Iommu.SPAPR_TCE ? extension != EEH : extension != UNMAP_ALL;
    }
}
