// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.memlock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vfiooracle.contract.fixture.PerformedOperation;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.topology.Group;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.oracle.Machine;

/**
 * The calls that programs above VFIO make: each group joins a container that there is, or gets one of its own where none takes it;
 * the memory is registered, enabled or mapped in each container; the windows are made.
 */
final class PlainCalls {
    private static final int SPAPR_TCE = 2;
    private static final int TYPE1V2 = 3;
    private static final int SPAPR_TCE_V2 = 7;
    private static final int READ_AND_WRITE = 3;
    private static final int CREATE_SIZE = 40;
    private static final int REMOVE_SIZE = 16;
    private static final int REGISTER_SIZE = 24;
    private static final int MAP_SIZE = 32;
    private static final int INFO_SIZE = 32;
    private static final int TCE_SHIFT = 12;
    private static final long LOW_MEMORY = 1L << 31;
    private static final long HIGH_MEMORY = 1L << 32;
    private static final Address MEMORY = new Address.InBuffer(LockSetting.BUFFER, 0);

    private final LockQuestion question;
    private final Walk walk;
    private final long pageSize;
    private final List<String> containers = new ArrayList<>();
    private int type;

    private PlainCalls(LockQuestion question, Walk walk, Profile profile) {
        this.question = question;
        this.pageSize = profile.pageSize();
        this.walk = walk;
        this.type = profile.hardware().iommu() == Hardware.Iommu.TYPE1 ? TYPE1V2 : SPAPR_TCE_V2;
    }

    static void make(LockQuestion question, Topology topology, Machine machine, Walk walk) {
        PlainCalls calls = new PlainCalls(question, walk, machine.profile());
        int number = 1;
        for (Group group : topology.groups()) {
            calls.join(group.alias(), "G" + number++);
        }
        calls.containers.forEach(calls::prepare);
    }

    private void join(String alias, String group) {
        walk.demand(new Operation.OpenGroup(alias, group));
        if (!question.viommu()) {
            for (String container : containers) {
                if (walk.refused().isEmpty() && walk.attempt(new Operation.SetContainer(group, container))) {
                    return;
                }
            }
        }
        String container = "C" + (containers.size() + 1);
        containers.add(container);
        walk.demand(new Operation.OpenContainer(container));
        if (type == SPAPR_TCE_V2 && !has(container, SPAPR_TCE_V2)) {
            type = SPAPR_TCE;
        }
        walk.demand(new Operation.SetContainer(group, container));
        walk.demand(new Operation.SetIommu(container, type));
    }

    private boolean has(String container, int extension) {
        return walk.step(new Operation.CheckExtension(container, extension))
                .transition()
                .outcome()
                .answer()
                .equals(new Answer.Value(1));
    }

    private void prepare(String container) {
        if (type == TYPE1V2) {
            long low = Math.min(question.ram(), LOW_MEMORY);
            map(container, 0, 0, low);
            if (question.ram() > low) {
                map(container, low, HIGH_MEMORY, question.ram() - low);
            }
            return;
        }
        walk.demand(
                type == SPAPR_TCE
                        ? new Operation.Enable(container)
                        : new Operation.RegisterMemory(container, REGISTER_SIZE, 0, MEMORY, question.ram()));
        if (question.windows().isEmpty()) {
            Operation info = new Operation.TceGetInfo(container, INFO_SIZE);
            mapInto(container, walk.demand(info), OutField.DMA32_WINDOW_START, TCE_SHIFT);
            return;
        }
        walk.demand(new Operation.TceRemove(container, REMOVE_SIZE, 0, 0));
        for (WantedWindow window : question.windows()) {
            Operation create = new Operation.TceCreate(
                    container, CREATE_SIZE, 0, window.pageShift(), window.size(), window.levels());
            mapInto(container, walk.demand(create), OutField.START_ADDR, window.pageShift());
        }
    }

    /** A kernel may count a window, or its shadow, only when something is first mapped there. */
    private void mapInto(String container, Optional<PerformedOperation> told, OutField start, int shift) {
        told.map(step -> step.transition().outcome().out().get(start))
                .ifPresent(iova -> map(container, 0, iova, Math.max(1L << shift, pageSize)));
    }

    private void map(String container, long offset, long iova, long size) {
        walk.demand(new Operation.MapDma(
                container, MAP_SIZE, READ_AND_WRITE, new Address.InBuffer(LockSetting.BUFFER, offset), iova, size));
    }
}
