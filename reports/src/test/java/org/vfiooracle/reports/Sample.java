// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.fixture.PerformedOperation;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.oracle.Machine;

/** Fixtures to report: cases performed on the platforms that there are. */
public final class Sample {
    private static final long MIB = 1L << 20;
    private static final Platforms PLATFORMS = Platforms.load();

    private final List<Operation> operations = new ArrayList<>();
    private final String id;
    private Optional<Topology> topology = Optional.empty();
    private OptionalLong memlock = OptionalLong.empty();

    private Sample(String id) {
        this.id = id;
    }

    /** Begins a case. */
    public static Sample of(String id) {
        return new Sample(id);
    }

    /** Puts the groups on other PHBs. */
    public Sample on(Topology other) {
        topology = Optional.of(other);
        return this;
    }

    /** Limits the locked memory, in bytes. */
    public Sample memlock(long bytes) {
        memlock = OptionalLong.of(bytes);
        return this;
    }

    /** Adds operations. */
    public Sample then(Operation... more) {
        operations.addAll(List.of(more));
        return this;
    }

    /** Opens a container. */
    public Sample open(String container) {
        return then(new Operation.OpenContainer(container));
    }

    /** Opens a group as G and its alias, and puts it into a container. */
    public Sample join(String group, String container) {
        return then(new Operation.OpenGroup(group, "G" + group), new Operation.SetContainer("G" + group, container));
    }

    /** Sets the IOMMU type. */
    public Sample iommu(String container, int type) {
        return then(new Operation.SetIommu(container, type));
    }

    /** Registers 16 MiB, all of B1. */
    public Sample register(String container) {
        return then(new Operation.RegisterMemory(container, 24, 0, new Address.InBuffer("B1", 0), 16 * MIB));
    }

    /** Maps memory of B1. */
    public Sample map(String container, long offset, long iova, long size) {
        return then(new Operation.MapDma(container, 32, 3, new Address.InBuffer("B1", offset), iova, size));
    }

    /** Creates a window. */
    public Sample window(String container, int pageShift, long size, int levels) {
        return then(new Operation.TceCreate(container, 40, 0, pageShift, size, levels));
    }

    /** Performs the case. */
    public Fixture fixture(String platform) {
        return performance(platform).fixture(PlatformId.parse(platform), "features/attach/join.feature");
    }

    /** Performs the case and returns its last operation, with the states around it. */
    public PerformedOperation lastCall(String platform) {
        List<PerformedOperation> steps = performance(platform).steps();
        return steps.get(steps.size() - 1);
    }

    private Performance performance(String platform) {
        Buffer b1 = new Buffer("B1", 16 * MIB, Buffer.Backing.HUGE_2M, true);
        Process process = new Process(memlock, false, Map.of("B1", b1), 0);
        Profile profile = PLATFORMS.profile(PlatformId.parse(platform));
        Topology machine = topology.orElseGet(() -> PLATFORMS.topology("six-groups", profile));
        Case performed = new Case(CaseId.parse(id), machine.name(), process, operations);
        return Performance.of(performed, Machine.of(profile), machine);
    }
}
