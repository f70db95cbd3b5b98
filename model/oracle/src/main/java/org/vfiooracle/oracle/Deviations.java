// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.oracle;

import java.util.List;
import java.util.Optional;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.kernel.container.Descriptors;
import org.vfiooracle.kernel.container.DeviceCalls;
import org.vfiooracle.kernel.container.GroupCalls;
import org.vfiooracle.kernel.spapr.Attach;
import org.vfiooracle.kernel.spapr.BorrowedTables;
import org.vfiooracle.kernel.spapr.Detach;
import org.vfiooracle.kernel.spapr.MapCalls;
import org.vfiooracle.kernel.spapr.MemoryCalls;
import org.vfiooracle.kernel.spapr.Ownership;
import org.vfiooracle.kernel.spapr.TableWrites;
import org.vfiooracle.kernel.spapr.Windows;

/** The known departures of released kernels from what they intend. Each is declared beside the lists that it edits. */
public final class Deviations {
    /** All of them, in the order in which they are applied. */
    public static final List<Deviation> ALL = List.of(
            MapCalls.MISALIGNED_ANSWERS_1,
            MapCalls.OVER_THE_END_ANSWERS_1,
            MemoryCalls.UNREGISTERS_WHILE_MAPPED,
            Windows.LEAKS_CHARGE,
            Detach.RELEASE_NEVER_ENDS,
            Detach.CLEARS_SHARED_TABLES,
            BorrowedTables.STOPS_KERNEL,
            Attach.SECOND_GROUP_STOPS_PARTITION,
            Ownership.TAKEN_PER_DEVICE,
            Descriptors.NO_DEVICE_BINDS,
            GroupCalls.UNKNOWN_DEVICE_STOPS_KERNEL,
            DeviceCalls.ANSWERS_BYTES_LEFT,
            TableWrites.OLD_TCES_UNSEEN_4_1,
            TableWrites.OLD_TCES_UNSEEN);

    private Deviations() {}

    /** Returns the deviation of this id. */
    public static Optional<Deviation> find(String id) {
        return ALL.stream().filter(d -> d.id().equals(id)).findFirst();
    }
}
