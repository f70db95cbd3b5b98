// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.oracle.Machine;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.topology.Topology;

/** One case with many mappings: how long all of it takes, which should grow as the number of them does. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
@Warmup(iterations = 2)
@Measurement(iterations = 3)
public class ManyMappings {
    private static final long PAGE = 0x1000;
    private static final long APART = 2 * PAGE;

    /** How many mappings; each is of a page that has no neighbour. */
    @Param({"1000", "4000", "16000", "65536"})
    public int mappings;

    /** What is asked: of IOMMU type v2 each page is registered before it is mapped, and unregistered after. */
    @Param({"v2-map", "v2-map-unmap", "v1-map", "v1-map-unmap", "type1-map", "type1-map-unmap"})
    public String calls = "";

    private Machine machine = Machine.of(Platforms.load().profile(PlatformId.parse("phb4-linux-6.12-4k")));
    private Topology topology = Platforms.load().topology("six-groups", machine.profile());
    private Case performed = new Case(CaseId.parse("BENCH-001"), "six-groups", Process.UNLIMITED, List.of());

    /** Makes the case. */
    @Setup
    public void prepare() {
        String driver = calls.substring(0, calls.indexOf('-'));
        String platform =
                switch (driver) {
                    case "v2" -> "phb4-linux-6.12-4k";
                    case "v1" -> "ioda1-linux-4.12-4k";
                    default -> "x86-linux-6.12-4k";
                };
        Platforms platforms = Platforms.load();
        machine = platforms.machine(PlatformId.parse(platform));
        topology = platforms.topology("six-groups", machine.profile());
        List<Operation> operations = new ArrayList<>(List.of(
                new Operation.OpenContainer("C1"),
                new Operation.OpenGroup("D", "G1"),
                new Operation.SetContainer("G1", "C1"),
                new Operation.SetIommu("C1", driver.equals("v2") ? 7 : driver.equals("v1") ? 2 : 3)));
        if (driver.equals("v1")) {
            operations.add(new Operation.Enable("C1"));
        }
        for (int i = 0; i < mappings; i++) {
            map(i, driver.equals("v2"), operations);
        }
        if (calls.endsWith("-unmap")) {
            for (int i = 0; i < mappings; i++) {
                unmap(i, driver.equals("v2"), operations);
            }
        }
        Buffer buffer = new Buffer("B1", APART * mappings, Buffer.Backing.PAGE, true);
        Process process = new Process(OptionalLong.empty(), false, Map.of("B1", buffer), 0);
        performed = new Case(new CaseId("BENCH-001", Optional.empty()), "six-groups", process, operations);
    }

    private static void map(int number, boolean register, List<Operation> operations) {
        Address at = new Address.InBuffer("B1", number * APART);
        if (register) {
            operations.add(new Operation.RegisterMemory("C1", 24, 0, at, PAGE));
        }
        operations.add(new Operation.MapDma("C1", 32, 3, at, number * APART, PAGE));
    }

    private static void unmap(int number, boolean unregister, List<Operation> operations) {
        operations.add(new Operation.UnmapDma("C1", 24, 0, number * APART, PAGE));
        if (unregister) {
            Address at = new Address.InBuffer("B1", number * APART);
            operations.add(new Operation.UnregisterMemory("C1", 24, 0, at, PAGE));
        }
    }

    /** Performs the case without departures. */
    @Benchmark
    public Object perform() {
        org.vfiooracle.engine.state.State now = org.vfiooracle.engine.state.State.initial(topology, performed.process());
        for (Operation operation : performed.operations()) {
            now = machine.perform(now, operation).next();
        }
        return now;
    }

    /** Predicts the case, departures included. */
    @Benchmark
    public Fixture predict() {
        return Performance.predicted(performed, machine.profile().id(), machine, topology, "");
    }
}
