// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.kernel.type1;

import java.util.List;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.engine.source.LinuxFile;
import org.vfiooracle.engine.source.Source;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.kernel.descriptor.AskedFirst;
import org.vfiooracle.kernel.memory.Structs;

/** The request that has the number of REGISTER_MEMORY: to Type1 it is VFIO_IOMMU_DIRTY_PAGES, and flags say what to do. */
public final class DirtyPages {
    public static final Procedure.Name<Operation.RegisterMemory> DIRTY_PAGES =
            new Procedure.Name<>("type1.VFIO_IOMMU_SPAPR_REGISTER_MEMORY", Operation.RegisterMemory.class);

    private static final Source DIRTY =
            LinuxFile.TYPE1.in("vfio_iommu_type1_dirty_pages").of(Releases.from("5.8"));
    private static final int SIZE = 8;
    private static final long KNOWN = 7;
    private static final long GET_BITMAP = 4;

    private DirtyPages() {}

    /** The procedures of this subject. */
    public static List<Procedure<?>> procedures() {
        return List.of(Procedure.<Operation.RegisterMemory>of(
                DIRTY_PAGES,
                Rule.read(
                        "type1.dirty-pages.done",
                        DIRTY,
                        "Dirty-page tracking is started or stopped, whether or not it was on before"),
                AskedFirst.open(),
                AskedFirst.kind(Handle.ContainerFd.class),
                AskedFirst.driver(),
                AskedFirst.itsProcess(),
                Check.that(
                        "type1.dirty-pages.not-in-v1",
                        DIRTY,
                        "A v1 container does not track dirty pages",
                        Errno.EACCES,
                        call -> !Type1Driver.of(call).second()),
                Structs.read(),
                Structs.atLeast(Rule.read("type1.dirty-pages.argsz", DIRTY, "argsz must cover the flags"), SIZE),
                Check.that(
                        "type1.dirty-pages.one-flag",
                        DIRTY,
                        "On Type1, the request number of REGISTER_MEMORY is DIRTY_PAGES, which requires exactly one flag",
                        Errno.EINVAL,
                        call -> Long.bitCount(call.args().flags()) != 1
                                || (call.args().flags() & ~KNOWN) != 0),
                Check.that(
                        "type1.dirty-pages.no-bitmap",
                        DIRTY,
                        "Reporting dirty pages requires a bitmap",
                        Errno.EINVAL,
                        call -> call.args().flags() == GET_BITMAP),
                Step.<Operation.RegisterMemory>change("start or stop", Call::state)));
    }
}
