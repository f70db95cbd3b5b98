// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.oracle;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vfiooracle.programs.dpdk.Dpdk;
import org.vfiooracle.programs.libvfn.Libvfn;
import org.vfiooracle.programs.openvmm.OpenVmm;
import org.vfiooracle.programs.qemu.Qemu;
import org.vfiooracle.programs.rustvmm.RustVmm;
import org.vfiooracle.programs.spdk.Spdk;
import org.vfiooracle.programs.vmm.ProgramDeviation;

/** What programs do or did wrong, and faults that can be seeded into them. */
public final class ProgramDeviations {
    /** All of them, by program. */
    public static final List<ProgramDeviation> ALL = Stream.of(
                    Qemu.bugs(), OpenVmm.bugs(), Dpdk.bugs(), Spdk.bugs(), Libvfn.bugs(), RustVmm.bugs())
            .flatMap(List::stream)
            .toList();

    private ProgramDeviations() {}

    /** Returns the deviation of this id. */
    public static Optional<ProgramDeviation> find(String id) {
        return ALL.stream().filter(deviation -> deviation.id().equals(id)).findFirst();
    }
}
