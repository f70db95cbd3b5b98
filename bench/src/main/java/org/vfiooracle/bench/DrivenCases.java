// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vfiooracle.conformance.compare.Repair;
import org.vfiooracle.conformance.drive.AdapterCommand;
import org.vfiooracle.conformance.drive.AdapterResults;
import org.vfiooracle.conformance.drive.AdapterRun;
import org.vfiooracle.conformance.drive.Expected;
import org.vfiooracle.conformance.drive.Limits;
import org.vfiooracle.conformance.drive.RunProgress;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.oracle.Machine;

/**
 * Drives an adapter through many cases, and prints what one takes: seconds that passed and seconds of a processor of this Java.
 * The adapter is given as a shell command; the cases are one of seven operations, under many ids.
 */
public final class DrivenCases {
    private static final PlatformId PLATFORM = PlatformId.parse("phb4-linux-6.12.95-4k");
    private static final int FEW = 100;

    private DrivenCases() {}

    /** Started with the command, and the number of cases. */
    public static void main(String[] args) {
        int many = Integer.parseInt(args[1]);
        Fixture fixture = fixture();
        drive(args[0], fixture, FEW);
        double[] few = drive(args[0], fixture, FEW);
        double[] all = drive(args[0], fixture, many);
        System.out.printf(
                Locale.ROOT,
                "%d cases: %.3f ms a case, %.3f ms of a processor%n",
                many,
                (all[0] - few[0]) * 1000 / (many - FEW),
                (all[1] - few[1]) * 1000 / (many - FEW));
    }

    private static Fixture fixture() {
        Platforms platforms = Platforms.load();
        Machine machine = platforms.machine(PLATFORM);
        Case performed = new Case(
                CaseId.parse("ATTACH-900"),
                "six-groups",
                new Process(OptionalLong.empty(), false, Map.of(), 0),
                List.of(
                        new Operation.OpenContainer("C1"),
                        new Operation.OpenGroup("A", "G1"),
                        new Operation.OpenGroup("B", "G2"),
                        new Operation.SetContainer("G1", "C1"),
                        new Operation.SetIommu("C1", 7),
                        new Operation.TceGetInfo("C1", 32),
                        new Operation.SetContainer("G2", "C1")));
        return Performance.predicted(
                performed, PLATFORM, machine, platforms.topology("six-groups", machine.profile()), "");
    }

    /** Returns seconds that passed, and seconds of a processor. */
    private static double[] drive(String adapter, Fixture fixture, int cases) {
        List<Fixture> fixtures = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            Case one = fixture.performed();
            CaseId id = new CaseId("ATTACH-900", Optional.of("n" + i));
            fixtures.add(new Fixture(
                    fixture.platform(),
                    "",
                    new Case(id, one.topology(), one.process(), one.operations()),
                    fixture.steps(),
                    fixture.last()));
        }
        AdapterRun run = new AdapterRun(
                announced -> new Expected(fixtures, false, Collections.emptySortedMap()), Strictness.STATE, Repair.NONE);
        long began = System.nanoTime();
        long cpu = processor();
        AdapterResults results = run.drive(
                new AdapterCommand(adapter, Path.of("."), Limits.USUAL, OptionalInt.of(1), System.err::println),
                RunProgress.NONE);
        if (results.results().size() != cases) {
            throw new IllegalStateException(results.results().size() + " of " + cases);
        }
        return new double[] {(System.nanoTime() - began) / 1e9, (processor() - cpu) / 1e9};
    }

    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
