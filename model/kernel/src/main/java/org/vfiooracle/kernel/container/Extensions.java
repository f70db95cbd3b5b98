// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.container;

import java.util.Map;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Call;

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

    /** Nesting by the type went with 6.13. Source: 6.13.7; seen on 6.16 and 7.3. */
    private static final Releases NESTS = Releases.to("6.12");

    /** The releases in which the Type1 driver knows an extension, and those in which it does once it is chosen. */
    private static final Map<Integer, Releases> TYPE1_ALWAYS =
            Map.of(TYPE1, Releases.ALL, TYPE1V2, Releases.ALL, NESTING, NESTS, UNMAP_ALL, Releases.from("5.12"));

    private static final Map<Integer, Releases> TYPE1_CHOSEN = Map.of(UPDATE_VADDR, Releases.from("5.12"));

    private Extensions() {}

    /** Returns what CHECK_EXTENSION answers: 1 or 0. */
    static long answer(Call<? extends Operation> call, int extension) {
        return known(call, extension) ? 1 : 0;
    }

    private static boolean known(Call<? extends Operation> call, int extension) {
        if (call.hardware().iommu() == Hardware.Iommu.SPAPR_TCE) {
            return in(SPAPR, call, extension)
                    && (extension != EEH || call.hardware().eeh());
        }
        boolean chosen = ContainerCalls.of(call).iommu().isPresent();
        return in(TYPE1_ALWAYS, call, extension)
                || (chosen && in(TYPE1_CHOSEN, call, extension))
                || (chosen && extension == DMA_CC && call.hardware().type1().enforcesCoherency());
    }

    private static boolean in(Map<Integer, Releases> extensions, Call<?> call, int extension) {
        Releases releases = extensions.get(extension);
        return releases != null && releases.contains(call.profile().release());
    }

    /** Whether an extension that is known can be set as IOMMU type, too. */
    static boolean isType(Call<?> call, int extension) {
        return call.hardware().iommu() == Hardware.Iommu.SPAPR_TCE ? extension != EEH : extension != UNMAP_ALL;
    }
}
