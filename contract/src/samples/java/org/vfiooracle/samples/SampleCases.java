// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.samples;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.observation.ObservedStep;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Process;

/** Cases, and fixtures of them, for tests. */
public final class SampleCases {
    public static final Platforms PLATFORMS = Platforms.load();
    public static final PlatformId POWER9 = PlatformId.parse("phb4-linux-6.12-4k");
    public static final PlatformId POWER8 = PlatformId.parse("ioda2-linux-6.12-4k");

    private static final Process PROCESS = new Process(
            OptionalLong.empty(), false, Map.of("B1", new Buffer("B1", 0x10000, Buffer.Backing.PAGE, true)), 0);
    private static final Address START = new Address.InBuffer("B1", 0);

    /** One group joins a container and gets a window: answers, locked pages and effects. */
    public static final Case JOIN = sample(
            "ATTACH-901",
            new Operation.OpenContainer("C1"),
            new Operation.OpenGroup("A", "G1"),
            new Operation.SetContainer("G1", "C1"),
            new Operation.SetIommu("C1", 7),
            new Operation.TceGetInfo("C1", 32),
            new Operation.RegisterMemory("C1", 24, 0, START, 0x10000),
            new Operation.MapDma("C1", 32, 3, START, 0, 0x1000));

    /** Asks a group for its status: an out-field. */
    public static final Case STATUS =
            sample("ATTACH-902", new Operation.OpenGroup("A", "G1"), new Operation.GetStatus("G1", 8));

    /** A refusal. */
    public static final Case NOWHERE =
            sample("ATTACH-903", new Operation.OpenGroup("B", "G1"), new Operation.UnsetContainer("G1"));

    /** Memory is unregistered while it is mapped, which some releases do not notice; then it is asked for again. */
    public static final Case UNREGISTER = sample(
            "MEMORY-901",
            new Operation.OpenContainer("C1"),
            new Operation.OpenGroup("A", "G1"),
            new Operation.SetContainer("G1", "C1"),
            new Operation.SetIommu("C1", 7),
            new Operation.RegisterMemory("C1", 24, 0, START, 0x10000),
            new Operation.MapDma("C1", 32, 3, START, 0, 0x1000),
            new Operation.UnregisterMemory("C1", 24, 0, START, 0x10000),
            new Operation.UnregisterMemory("C1", 24, 0, START, 0x10000));

    /** A program gets a device, and its guest writes an entry: an answer in words, and calls. */
    public static final Case PROGRAM = new Case(
            CaseId.parse("GUEST-901"),
            "six-groups",
            new Process(
                    OptionalLong.empty(),
                    false,
                    Map.of("B1", new Buffer("B1", 0x10000000, Buffer.Backing.PAGE, true)),
                    0),
            List.of(
                    new ProgramCall.Start("qemu-7.2", "V1", "B1", List.of("D.0@0")),
                    new ProgramCall.HPutTce("V1", 0x80000000L, 0, 0x1000003)));

    public static final List<Case> CASES = List.of(JOIN, STATUS, NOWHERE, UNREGISTER);

    private SampleCases() {}

    /** The fixture of a case on a platform. */
    public static Fixture fixture(Case performed, PlatformId platform) {
        Profile profile = PLATFORMS.profile(platform);
        return Performance.predicted(
                performed,
                platform,
                PLATFORMS.machine(platform),
                PLATFORMS.topology(performed.topology(), profile),
                "features/attach/samples.feature");
    }

    /** The fixture of a case on POWER9. */
    public static Fixture fixture(Case performed) {
        return fixture(performed, POWER9);
    }

    /** What an implementation says that is exactly as the fixture. */
    public static List<ObservedStep> answers(Fixture fixture) {
        return fixture.steps().stream()
                .map(step -> ObservedStep.of(step.outcome()))
                .toList();
    }

    private static Case sample(String id, Operation... operations) {
        return new Case(CaseId.parse(id), "six-groups", PROCESS, List.of(operations));
    }
}
