// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.fixtures.fixture.Fixture;
import org.vfiooracle.fixtures.format.FixtureFile;
import org.vfiooracle.reports.allure.PlatformResult;
import org.vfiooracle.reports.allure.ReportedStep;
import org.vfiooracle.reports.allure.ScenarioReport;
import org.vfiooracle.steps.run.ScenarioListener;
import org.vfiooracle.steps.run.ScenarioReports;
import org.vfiooracle.steps.run.ScenarioRun;

/** Running the features of this checkout, and what must not make a difference. */
final class RecordingTest {
    private static final Path ROOT = Path.of(System.getProperty("vfiooracle.root"));

    /** Running everything takes its time: it is done once for all who only look. */
    private static RecordingResult all;

    @TempDir
    private Path folder;

    @BeforeAll
    static void everything_is_run() {
        all = Recording.run(RecordingRequest.of(ROOT).by(1));
    }

    @Test
    void every_scenario_of_the_checkout_holds() {
        assertThat(TemporaryCheckout.text(all)).isEmpty();
        assertThat(all.counts().scenarios()).isGreaterThanOrEqualTo(60);
        assertThat(all.counts().passed()).isEqualTo(all.counts().cases());
        assertThat(all.fixtures()).hasSizeGreaterThan(500);
    }

    @Test
    void the_number_of_workers_makes_no_difference() {
        RecordingResult many = Recording.run(RecordingRequest.of(ROOT).by(7));

        assertThat(yaml(many)).isEqualTo(yaml(all)).hasSizeGreaterThan(500);
        assertThat(ids(many)).isEqualTo(ids(all));
    }

    @Test
    void a_scenario_at_the_top_of_each_feature_file_changes_no_other_fixture() {
        RecordingResult after = copyWithOneMoreAtTheTop().run();

        assertThat(TemporaryCheckout.text(after)).isEmpty();
        Map<String, String> rest = yaml(after);
        assertThat(rest.keySet().removeIf(name -> name.matches("[A-Z0-9-]+-8[0-9]{2} .*")))
                .isTrue();
        assertThat(rest).isEqualTo(yaml(all));
    }

    @Test
    void who_listens_hears_of_each_scenario() {
        TemporaryCheckout checkout = new TemporaryCheckout(folder).scenario("Given container \"C1\"\n");
        List<String> heard = new ArrayList<>();

        Recording.run(RecordingRequest.of(checkout.root()).telling(new ScenarioListener() {
            @Override
            public void began(int scenarios) {
                heard.add("began " + scenarios);
            }

            @Override
            public void finished(ScenarioRun run) {
                heard.add("finished " + run.source().origin().id() + " " + run.passed());
            }
        }));

        assertThat(heard).containsExactly("began 1", "finished ATTACH-900 false");
    }

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

        ScenarioReport report = new ScenarioReports(result.platforms(), fixture -> "read")
                .of(result.runs().get(0));

        assertThat(report.id()).hasToString("ATTACH-900");
        assertThat(report.text().feature()).isEqualTo("sample");
        assertThat(report.text().path()).isEqualTo(TemporaryCheckout.FILE);
        assertThat(report.steps())
                .extracting(step -> step.keyword() + " " + step.result())
                .containsExactly("Given PASSED", "And PASSED", "When PASSED", "Then FAILED", "And SKIPPED");
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
        assertThat(((PlatformResult.Wrong) report.platforms().get(0)).expected())
                .isEqualTo("VFIO_IOMMU_ENABLE(C1): expected EBUSY, got 0");
        assertThat(report.failure().orElseThrow().explanation())
                .startsWith("features/attach/sample.feature:10 @ATTACH-900 ioda1-linux-4.2-64k\n");
    }

    private TemporaryCheckout copyWithOneMoreAtTheTop() {
        TemporaryCheckout copy = new TemporaryCheckout(folder);
        copy.write("fixtures/corpus/platforms.yaml", text(ROOT.resolve("fixtures/corpus/platforms.yaml")));
        if (Files.exists(ROOT.resolve("features/tags"))) {
            copy.write("features/tags", text(ROOT.resolve("features/tags")));
        }
        Map<String, Integer> added = new TreeMap<>();
        for (Path file : features()) {
            Path relative = ROOT.relativize(file);
            String area = relative.getName(1).toString();
            String id = area.toUpperCase(Locale.ROOT) + "-" + (800 + added.merge(area, 1, Integer::sum));
            String more = """
                      @%s
                      Scenario: one more
                        Given container "C1"
                        When VFIO_GET_API_VERSION asks "C1"
                        Then it answers
                          | platforms | answer |
                          | *         | 0      |

                    """.formatted(id);
            copy.write(relative.toString(), text(file).replaceFirst("(?m)^(Feature:.*\n)", "$1\n" + more));
        }
        assertThat(added.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(5);
        return copy;
    }

    private static List<Path> features() {
        try (Stream<Path> all = Files.walk(ROOT.resolve("features"))) {
            return all.filter(file -> file.toString().endsWith(".feature"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> ids(RecordingResult result) {
        return result.runs().stream()
                .map(run -> run.source().origin().id().toString())
                .toList();
    }

    private static Map<String, String> yaml(RecordingResult result) {
        return result.fixtures().stream()
                .collect(toMap(RecordingTest::name, FixtureFile::write, (a, b) -> a + b, TreeMap::new));
    }

    private static String name(Fixture fixture) {
        return fixture.performed().id() + " " + fixture.platform();
    }
}
