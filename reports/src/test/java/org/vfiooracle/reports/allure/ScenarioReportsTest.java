// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.corpus.evidence.Evidence;
import org.vfiooracle.corpus.explain.Tracer;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.steps.RecordingResult;
import org.vfiooracle.steps.TemporaryCheckout;
import org.vfiooracle.steps.run.ReportedStep;

final class ScenarioReportsTest {
    @TempDir
    private Path folder;

    @Test
    void the_report_is_told_steps_and_platforms() {
        RecordingResult result = new TemporaryCheckout(folder).scenario("""
                        Given group "G1"
                        And "G1" is in container "C1" with IOMMU type v1
                        When VFIO_IOMMU_ENABLE is called on "C1"
                        Then it answers
                          | platforms | answer |
                          | x86       | n/a    |
                          | ioda1     | EBUSY  |
                          | *         | 0      |
                        And container "C1" holds "G1"
                        """).run();

        ScenarioReport report = new ScenarioReports(
                        result.platforms(),
                        fixture -> new Evidence(Evidence.Claim.READ, List.of()),
                        new Tracer(Platforms.load()))
                .of(result.runs().get(0));

        assertThat(report.id()).hasToString("ATTACH-900");
        assertThat(report.text().feature()).isEqualTo("sample");
        assertThat(report.text().path()).isEqualTo(TemporaryCheckout.FILE);
        assertThat(report.steps())
                .extracting(step -> step.keyword() + " " + step.result())
                .containsExactly("Given PASSED", "And PASSED", "When PASSED", "Then FAILED", "And PASSED");
        assertThat(report.steps().get(3).table()).hasSize(4);
        assertThat(report.steps()).extracting(ReportedStep::text).contains("group \"G1\"");
        assertThat(report.platforms())
                .extracting(p -> p.platform() + " " + p.getClass().getSimpleName())
                .containsExactly(
                        "ioda1-linux-4.2-64k Wrong",
                        "ioda2-linux-4.2-64k Recorded",
                        "ioda2-linux-6.12-4k Recorded",
                        "phb4-linux-6.12-4k Recorded",
                        "x86-linux-6.12-4k NotApplicable");
        assertThat(((PlatformResult.Wrong) report.platforms().get(0)).asked()).isEqualTo(4);
        assertThat(((PlatformResult.Wrong) report.platforms().get(0)).call().operation())
                .isEqualTo(new Operation.Enable("C1"));
        assertThat(((PlatformResult.Wrong) report.platforms().get(0)).expected())
                .isEqualTo("VFIO_IOMMU_ENABLE(C1): expected EBUSY, got 0");
        assertThat(report.failure().orElseThrow().explanation())
                .startsWith("features/attach/sample.feature:10 @ATTACH-900 ioda1-linux-4.2-64k\n");
    }
}
