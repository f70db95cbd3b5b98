// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Witness;
import org.vfiooracle.corpus.evidence.Evidence;
import org.vfiooracle.corpus.evidence.EvidenceTotals;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.reports.allure.PlatformResult;
import org.vfiooracle.reports.allure.RunFacts;
import org.vfiooracle.reports.allure.ScenarioFailure;
import org.vfiooracle.reports.allure.ScenarioReport;
import org.vfiooracle.steps.feature.RowValue;
import org.vfiooracle.steps.feature.ScenarioText;
import org.vfiooracle.steps.run.ReportedStep;

/** Scenarios as a run hands them over: two that pass, one of them a row of an outline, and one that fails. */
public final class SampleReports {
    private static final String RULE = "A container takes a second group only where the group can hand over its tables";
    private static final Instant BEGAN = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration STEP = Duration.ofMillis(3);

    private static final Evidence READ = new Evidence(Evidence.Claim.READ, List.of());

    private SampleReports() {}

    /** The run that they are part of. */
    public static RunFacts facts() {
        return new RunFacts(
                "record",
                "0.1.0",
                List.of(PlatformId.parse("ioda1-linux-4.2-64k"), PlatformId.parse("phb4-linux-6.12-4k")),
                new EvidenceTotals(1, 0, 2, 0));
    }

    /** A second group joins, or not, by platform. */
    public static ScenarioReport joining() {
        Sample joining = Sample.of("ATTACH-012")
                .open("C1")
                .join("A", "C1")
                .iommu("C1", 7)
                .join("D", "C1");
        Sample v1 = Sample.of("ATTACH-012")
                .open("C1")
                .join("A", "C1")
                .iommu("C1", 2)
                .join("D", "C1");
        return new ScenarioReport(
                CaseId.parse("ATTACH-012"),
                text("a second group, IOMMU type v2 already set", List.of("@ATTACH-012", "@critical", "@seed")),
                List.of(),
                List.of(
                        passed("Given", "groups \"G1\" and \"G2\" on different PHBs"),
                        passed("And", "\"G1\" is in container \"C1\" with IOMMU type v2"),
                        passed("When", "VFIO_GROUP_SET_CONTAINER puts \"G2\" into \"C1\""),
                        answers(ReportedStep.Result.PASSED, Optional.empty())),
                List.of(
                        recorded(v1.fixture("ioda1-linux-4.2-64k"), READ),
                        recorded(joining.fixture("ioda2-linux-4.2-64k"), READ),
                        recorded(joining.fixture("ioda2-linux-6.12-4k"), observed("powernv8", "ioda2-linux-6.12-4k")),
                        recorded(joining.fixture("phb4-linux-6.12-4k"), observed("powernv9", "phb4-linux-6.12-4k")),
                        new PlatformResult.NotApplicable(
                                PlatformId.parse("x86-linux-6.12-4k"),
                                "container.set-iommu.unsupported",
                                "\"G1\" is in container \"C1\" with IOMMU type v2: ENODEV")),
                Optional.empty(),
                BEGAN,
                Duration.ofMillis(12));
    }

    /** A row of an outline. */
    public static ScenarioReport row() {
        Sample windows = Sample.of("DMA-WINDOW-017.64k-pages")
                .open("C1")
                .join("A", "C1")
                .iommu("C1", 7)
                .register("C1")
                .window("C1", 16, 0x4000_0000L, 2)
                .map("C1", 0, 1L << 59, 0x20_0000);
        return new ScenarioReport(
                CaseId.parse("DMA-WINDOW-017.64k-pages"),
                new ScenarioText(
                        "features/dma-window/create-window.feature",
                        "Creating windows",
                        Optional.empty(),
                        "a second window of 64k pages",
                        "The window begins at 2^59.\n\nIt is <not> the default.",
                        List.of("@DMA-WINDOW-017")),
                List.of(new RowValue("case", "64k-pages"), new RowValue("page size", "64k")),
                List.of(passed("When", "VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 64k pages on \"C1\"")),
                List.of(recorded(windows.fixture("phb4-linux-6.12-4k"), READ)),
                Optional.empty(),
                BEGAN.plusSeconds(1),
                Duration.ofMillis(5));
    }

    /** A scenario that expects another answer than the model gives. */
    public static ScenarioReport failing() {
        Sample sample = Sample.of("ATTACH-013").open("C1").join("A", "C1");
        Fixture found = sample.fixture("phb4-linux-6.12-4k");
        return new ScenarioReport(
                CaseId.parse("ATTACH-013"),
                text("the first group is refused", List.of("@ATTACH-013")),
                List.of(),
                List.of(
                        passed("When", "VFIO_GROUP_SET_CONTAINER puts \"G1\" into \"C1\""),
                        answers(ReportedStep.Result.FAILED, Optional.of("expected EBUSY, got 0"))),
                List.of(new PlatformResult.Wrong(
                        found,
                        found.steps().size() - 1,
                        sample.lastCall("phb4-linux-6.12-4k"),
                        "VFIO_GROUP_SET_CONTAINER(G1 -> C1): expected EBUSY, got 0")),
                Optional.of(new ScenarioFailure(ScenarioFailure.Kind.WRONG_EXPECTATION, """
                        features/attach/second-group.feature:31 @ATTACH-013 phb4-linux-6.12-4k
                          VFIO_GROUP_SET_CONTAINER(G1 -> C1): expected EBUSY, got 0
                          try: ./oracle explain @ATTACH-013
                        """)),
                BEGAN.plusSeconds(2),
                Duration.ofMillis(4));
    }

    private static ScenarioText text(String title, List<String> tags) {
        return new ScenarioText(
                "features/attach/second-group.feature", "A second group", Optional.of(RULE), title, "", tags);
    }

    private static Evidence observed(String machine, String platform) {
        Witness witness = new Witness(machine, "6.12.95", "", PlatformId.parse(platform));
        return new Evidence(Evidence.Claim.OBSERVED, List.of(witness));
    }

    private static PlatformResult recorded(Fixture fixture, Evidence evidence) {
        return new PlatformResult.Recorded(fixture, fixture.steps().size() - 1, evidence);
    }

    private static ReportedStep passed(String keyword, String text) {
        return ReportedStep.passed(keyword, text, STEP);
    }

    private static ReportedStep answers(ReportedStep.Result result, Optional<String> message) {
        List<List<String>> table = List.of(
                List.of("platforms", "answer", "rule"),
                List.of("ioda1 on 4.2..4.11", "EBUSY", "spapr.attach.no-ownership"),
                List.of("*", "0", "spapr.attach.joined"));
        return new ReportedStep("Then", "it answers", table, Optional.empty(), result, message, STEP);
    }
}
