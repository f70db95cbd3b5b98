// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.vmm.qemu;

import java.util.List;
import java.util.Optional;
import org.vfiooracle.model.operation.Operation;
import org.vfiooracle.model.vmm.Dialogue;

/** EEH of a bridge: only where its address space has one container with one group. Source: QEMU, spapr_pci_vfio.c. */
final class Eeh {
    private static final int STRUCT_SIZE = 40;
    private static final int ENABLE = 1;

    private final Dialogue kernel;

    Eeh(Dialogue kernel) {
        this.kernel = kernel;
    }

    /** A reset wants a PE that is not frozen; whether it was thawed is not asked. */
    void thawed(QemuState qemu, int bridge) {
        eligible(qemu, bridge)
                .ifPresent(container -> kernel.ask(new Operation.EehPeOp(container.fd(), STRUCT_SIZE, 0, ENABLE)));
    }

    /** The container whose EEH works. */
    static Optional<HostContainer> eligible(QemuState qemu, int bridge) {
        List<HostContainer> containers = qemu.containers(bridge);
        return containers.size() == 1 && containers.get(0).groups().size() == 1
                ? Optional.of(containers.get(0))
                : Optional.empty();
    }
}
