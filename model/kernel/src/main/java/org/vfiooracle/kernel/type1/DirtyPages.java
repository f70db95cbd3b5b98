// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.type1;

import java.util.List;
import org.vfiooracle.kernel.engine.Call;
import org.vfiooracle.kernel.engine.Check;
import org.vfiooracle.kernel.engine.Procedure;
import org.vfiooracle.kernel.engine.Rule;
import org.vfiooracle.kernel.engine.Step;
import org.vfiooracle.kernel.memory.Structs;
import org.vfiooracle.kernel.operation.Errno;
import org.vfiooracle.kernel.operation.Operation;

/** The request that has the number of REGISTER_MEMORY: to Type1 it is VFIO_IOMMU_DIRTY_PAGES, and flags say what to do. */
public final class DirtyPages {
    public static final Procedure.Name<Operation.RegisterMemory> DIRTY_PAGES =
            new Procedure.Name<>("type1.VFIO_IOMMU_SPAPR_REGISTER_MEMORY", Operation.RegisterMemory.class);

    private static final int SIZE = 8;
    private static final long KNOWN = 7;
    private static final long GET_BITMAP = 4;

    private static final String SOURCE = "vfio_iommu_type1.c: vfio_iommu_type1_dirty_pages, 5.8+";
    private static final Rule NOT_IN_V1 =
            Rule.read("type1.dirty-pages.not-in-v1", SOURCE, "A v1 container does not track dirty pages");
    private static final Rule ARGSZ = Rule.read("type1.dirty-pages.argsz", SOURCE, "The struct must have its flags");
    private static final Rule ONE_FLAG = Rule.read(
            "type1.dirty-pages.one-flag",
            SOURCE,
            "A request with the number of REGISTER_MEMORY is one about dirty pages, and must say one thing to do");
    private static final Rule NO_BITMAP =
            Rule.read("type1.dirty-pages.no-bitmap", SOURCE, "Dirty pages are told only in a bitmap that is given");
    private static final Rule DONE =
            Rule.read("type1.dirty-pages.done", SOURCE, "Tracking is started or stopped, whatever it was before");

    private DirtyPages() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        return List.of(Procedure.<Operation.RegisterMemory>of(
                DIRTY_PAGES,
                DONE,
                Check.that(
                        NOT_IN_V1, Errno.EACCES, call -> !Type1Driver.of(call).second()),
                Structs.read(),
                Structs.atLeast(ARGSZ, SIZE),
                Check.that(
                        ONE_FLAG,
                        Errno.EINVAL,
                        call -> Long.bitCount(call.args().flags()) != 1
                                || (call.args().flags() & ~KNOWN) != 0),
                Check.that(NO_BITMAP, Errno.EINVAL, call -> call.args().flags() == GET_BITMAP),
                Step.<Operation.RegisterMemory>change("start or stop", Call::state)));
    }
}
