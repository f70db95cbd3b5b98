// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.memlock;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.topology.Group;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.oracle.Machine;

/**
 * A program starts with the devices. Where it runs a guest that can have dynamic DMA windows, the guest then makes one of 64 KiB
 * pages over all of its memory for each of its bridges, as Linux does.
 */
final class ProgramCalls {
    private static final String NAME = "V1";
    private static final int GUEST_PAGE_SHIFT = 16;
    private static final int OUTPUTS = 5;

    private ProgramCalls() {}

    static void make(LockQuestion question, String program, Topology topology, Machine machine, Walk walk) {
        boolean sharesSpace = !question.viommu();
        boolean guestBridges = machine.profile().hardware().iommu() == Hardware.Iommu.SPAPR_TCE;
        if (question.viommu() && !guestBridges) {
            throw new NotModelled("a virtual IOMMU in a guest of " + program + " on x86; without --program it is");
        }
        List<String> devices = new ArrayList<>();
        for (Group group : topology.groups()) {
            devices.add(group.alias() + ".0@" + (sharesSpace ? 0 : devices.size()));
        }
        walk.demand(new ProgramCall.Start(program, NAME, LockSetting.BUFFER, devices));
        if (!guestBridges || !program.startsWith("qemu-")) {
            return;
        }
        for (int bridge = 0; bridge < (sharesSpace ? 1 : devices.size()); bridge++) {
            window(question.ram(), bridge, walk);
        }
    }

    private static void window(long ram, int bridge, Walk walk) {
        if (walk.refused().isPresent()) {
            return;
        }
        Long available = walk.step(new ProgramCall.QueryPeDmaWindow(NAME, bridge, OUTPUTS))
                .transition()
                .outcome()
                .out()
                .get(OutField.WINDOWS_AVAILABLE);
        if (available != null && available > 0) {
            int shift = Long.SIZE - Long.numberOfLeadingZeros(ram - 1);
            walk.demand(new ProgramCall.CreatePeDmaWindow(NAME, bridge, GUEST_PAGE_SHIFT, shift));
        }
    }
}
