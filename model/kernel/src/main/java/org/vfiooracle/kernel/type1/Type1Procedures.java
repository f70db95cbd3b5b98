// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.type1;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.engine.procedure.Procedure;

/** The procedures of the Type1 driver. */
public final class Type1Procedures {
    private Type1Procedures() {}

    /** The requests to the driver. */
    public static List<Procedure<?>> requests() {
        List<Procedure<?>> all = new ArrayList<>();
        all.addAll(Type1Info.procedures());
        all.addAll(Type1Map.procedures());
        all.addAll(Type1Unmap.procedures());
        all.addAll(DirtyPages.procedures());
        return all;
    }
}
