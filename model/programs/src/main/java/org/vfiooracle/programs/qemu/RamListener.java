// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.qemu;

import java.util.List;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.programs.vmm.Dialogue;

/** Makes the memory of the guest known to a container: registered with SPAPR v2, mapped with Type1. */
final class RamListener {
    private static final long READ = 1;
    private static final long WRITE = 2;

    private final Dialogue kernel;

    RamListener(Dialogue kernel) {
        this.kernel = kernel;
    }

    /** Adds pieces, going on after one that is refused; tells whether none was. */
    boolean added(HostContainer container, List<Section> sections) {
        boolean all = true;
        for (Section section : sections) {
            if (container.dynamic()) {
                all &= kernel.succeeds(
                        new Operation.RegisterMemory(container.fd(), 24, 0, section.vaddr(), section.size()));
            } else if (!container.spapr()) {
                all &= kernel.succeeds(new Operation.MapDma(
                        container.fd(),
                        32,
                        section.readOnly() ? READ : READ | WRITE,
                        section.vaddr(),
                        section.start(),
                        section.size()));
            }
        }
        return all;
    }

    /** Removes pieces; a refusal is only reported. */
    void removed(HostContainer container, List<Section> sections) {
        for (Section section : sections) {
            if (container.dynamic()) {
                kernel.ask(new Operation.UnregisterMemory(container.fd(), 24, 0, section.vaddr(), section.size()));
            } else if (!container.spapr()) {
                kernel.ask(new Operation.UnmapDma(container.fd(), 24, 0, section.start(), section.size()));
            }
        }
    }
}
