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
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.steps.run.ScenarioListener;
import org.vfiooracle.steps.run.ScenarioRun;

/** Running the features of this checkout, and what must not make a difference. */
final class RecordingTest {
    private static final Path ROOT = Path.of(System.getProperty("vfiooracle.root"));

    /** Running everything takes its time: it is done once for all who only look. */
    private static RecordingResult all;

    private static Map<String, String> yamlOfAll;

    @TempDir
    private Path folder;

    @BeforeAll
    static void everything_is_run() {
        all = Recording.run(RecordingRequest.of(ROOT).by(1));
        yamlOfAll = yaml(all);
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

        assertThat(yaml(many)).isEqualTo(yamlOfAll).hasSizeGreaterThan(500);
        assertThat(ids(many)).isEqualTo(ids(all));
    }

    @Test
    void a_scenario_at_the_top_of_each_feature_file_changes_no_other_fixture() {
        RecordingResult after = copyWithOneMoreAtTheTop().run();

        assertThat(TemporaryCheckout.text(after)).isEmpty();
        Map<String, String> rest = yaml(after);
        assertThat(rest.keySet().removeIf(name -> name.matches("[A-Z0-9-]+-8[0-9]{2} .*")))
                .isTrue();
        assertThat(rest).isEqualTo(yamlOfAll);
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

    private TemporaryCheckout copyWithOneMoreAtTheTop() {
        TemporaryCheckout copy = new TemporaryCheckout(folder);
        copy.write("fixtures/corpus/platforms.yaml", text(ROOT.resolve("fixtures/corpus/platforms.yaml")));
        copy.write("features/platforms", text(ROOT.resolve("features/platforms")));
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
                        Then it answers 0

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
