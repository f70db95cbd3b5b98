// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.random;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.topology.Group;
import org.vfiooracle.engine.topology.Topology;

/** How most cases begin: a container with one group or more whose IOMMU is set, memory it can map, sometimes a window. */
final class Opening {
    private static final int V1 = 2;
    private static final int V2 = 7;
    private static final int TYPE1 = 1;
    private static final int TYPE1V2 = 3;
    private static final long MEMORY = 0x10_0000;

    private final Dice dice;
    private final Names names;
    private final Profile profile;
    private final Topology topology;
    private final boolean alone;

    Opening(Dice dice, Names names, Profile profile, Topology topology, boolean alone) {
        this.dice = dice;
        this.names = names;
        this.profile = profile;
        this.topology = topology;
        this.alone = alone;
    }

    List<Operation> operations() {
        boolean type1 = profile.hardware().iommu() == Hardware.Iommu.TYPE1;
        int type = type1 ? dice.one(TYPE1, TYPE1V2, TYPE1V2) : dice.chance(75) ? V2 : V1;
        List<Operation> operations = new ArrayList<>();
        String container = names.fresh("C");
        operations.add(new Operation.OpenContainer(container));
        List<String> aliases =
                new ArrayList<>(topology.groups().stream().map(Group::alias).toList());
        int groups = type == V1 ? 1 : dice.one(1, 1, 2, 2, 3);
        boolean late = dice.chance(50);
        for (int i = 0; i < groups; i++) {
            String alias = aliases.remove(dice.below(aliases.size()));
            String group = names.fresh("G");
            operations.add(new Operation.OpenGroup(alias, group));
            operations.add(new Operation.SetContainer(group, container));
            if (i == 0 && late) {
                operations.add(new Operation.SetIommu(container, type));
            }
        }
        if (!late) {
            operations.add(new Operation.SetIommu(container, type));
        }
        if (type == V1 && dice.chance(85)) {
            operations.add(new Operation.Enable(container));
        } else if (type == V2 && dice.chance(85)) {
            operations.add(new Operation.RegisterMemory(container, 24, 0, new Address.InBuffer("B1", 0), MEMORY));
        }
        boolean asks = alone && profile.hardware().tables() == Hardware.Tables.HYPERVISOR;
        if (type == V2 && asks) {
            operations.add(new Operation.TceRemove(container, 16, 0, 0));
        }
        if (type == V2 && (asks || dice.chance(35))) {
            operations.add(new Operation.TceCreate(container, 40, 0, 16, 1L << 28, 1));
        }
        return operations;
    }
}
