// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.spapr;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.engine.procedure.Procedure;

/** The procedures of the sPAPR TCE driver. */
public final class SpaprProcedures {
    private SpaprProcedures() {}

    /** What attach, detach and the requests share. */
    public static List<Procedure<?>> shared() {
        List<Procedure<?>> all = new ArrayList<>();
        all.addAll(Ownership.procedures());
        all.addAll(TableWrites.procedures());
        all.addAll(Windows.procedures());
        all.addAll(PartitionWindows.procedures());
        all.addAll(BorrowedTables.procedures());
        all.addAll(Attach.procedures());
        all.addAll(Detach.procedures());
        all.addAll(PageWriter.procedures());
        return all;
    }

    /** The requests to the driver. */
    public static List<Procedure<?>> requests() {
        List<Procedure<?>> all = new ArrayList<>();
        all.addAll(InfoCalls.procedures());
        all.addAll(MemoryCalls.procedures());
        all.addAll(MapCalls.procedures());
        all.addAll(WindowCalls.procedures());
        all.addAll(EehCalls.procedures());
        return all;
    }
}
