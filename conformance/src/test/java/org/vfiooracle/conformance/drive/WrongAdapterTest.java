// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.ModelRepair;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.conformance.drive.WrongAdapter.Fault;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Observation;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.protocol.message.Announcement;
import org.vfiooracle.protocol.message.MessageReader;
import org.vfiooracle.samples.SampleCases;

/** The test of the test: whatever an adapter does wrong is found in exactly the case it is wrong in, and the run goes on. */
final class WrongAdapterTest {
    private static final String VICTIM = "ATTACH-902";

    private final Commands commands = new Commands();

    @Test
    void the_reference_adapter_conforms_everywhere() {
        AdapterResults results = run(commands.right(SampleCases.POWER9));

        assertEquals("conforms conforms conforms conforms", verdicts(results));
        assertThat(results.diff().finding()).isFalse();
        assertThat(results.broke()).isFalse();
        assertThat(results.starts()).isEqualTo(1);
        assertThat(results.notes()).isEmpty();
        assertThat(results.diff().statistics().operationsCompared()).isEqualTo(19);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ONE_ERRNO               | expected 0, got EPERM
            DROPS_OUT_FIELD         | out.flags expected 0x1, got nothing
            LOCKED_PAGES_OFF_BY_ONE | locked_pages expected 0, got 1
            RUNS_NOTHING            | answered 0 of 2 operations
            ONE_STEP_TOO_FEW        | answered 1 of 2 operations
            """)
    void a_wrong_answer_differs_in_its_case_only(Fault fault, String statement) {
        AdapterResults results = run(commands.wrong(fault, VICTIM, 2));

        assertEquals("conforms differs conforms conforms", verdicts(results));
        assertThat(victim(results).differences().get(0).statement()).isEqualTo(statement);
        assertThat(results.diff().finding()).isTrue();
        assertThat(results.broke()).isFalse();
        assertThat(results.starts()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CRASHES              | the adapter died (exit 139 (signal 11))
            GARBAGE              | garbage: expected a message of the adapter protocol, found no JSON object, in the line: Segmentation fault (core dumped)
            HALF_A_LINE          | garbage: expected a message of the adapter protocol, found no JSON object, in the line: {"type":"answer","id":"ATTACH-902"
            UNKNOWN_MESSAGE      | garbage: type: expected one of answer, skip, crashed, timed-out, found "verdict", in the line:
            FORGETS_LOCKED_PAGES | garbage: steps[1]: expected the key "locked_pages", found only answer, effects
            WRONG_ID             | garbage: expected an answer to a case that is outstanding, found HOTPLUG-999
            """)
    void what_breaks_is_charged_to_the_case_and_a_fresh_process_gets_the_rest(Fault fault, String reason) {
        AdapterResults results = run(commands.wrong(fault, VICTIM, 1));

        assertEquals("conforms crashed conforms conforms", verdicts(results));
        assertThat(victim(results).reason()).startsWith(reason);
        assertThat(results.broke()).isTrue();
        assertThat(results.starts()).isEqualTo(2);
    }

    @Test
    void a_crash_tells_the_last_words_and_passes_them_on() {
        AdapterResults results = run(commands.wrong(Fault.CRASHES, VICTIM, 1));

        assertThat(victim(results).reason())
                .isEqualTo("the adapter died (exit 139 (signal 11))\n| BUG: unable to handle page fault");
        assertThat(commands.log()).containsExactly("BUG: unable to handle page fault");
    }

    @Test
    void a_hang_is_a_time_out_of_the_oldest_outstanding_case() {
        AdapterResults results = run(commands.wrong(Fault.HANGS, VICTIM, 3));

        assertEquals("conforms timed-out conforms conforms", verdicts(results));
        assertThat(victim(results).reason()).isEqualTo("the adapter was silent for 5 s");
        assertThat(results.broke()).isTrue();
        assertThat(results.starts()).isEqualTo(2);
    }

    @Test
    void who_leaves_in_peace_without_an_answer_has_not_run_the_case() {
        AdapterResults results = run(commands.wrong(Fault.EXITS, VICTIM, 1));

        assertEquals("conforms not-run conforms conforms", verdicts(results));
        assertThat(victim(results).reason()).isEqualTo("the adapter exited (code 0) without answering");
        assertThat(results.diff().finding()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"SAYS_CRASHED", "SKIPS"})
    void what_an_adapter_says_of_a_case_is_believed(Fault fault) {
        AdapterResults results = run(commands.wrong(fault, VICTIM, 2));

        boolean crashed = fault == Fault.SAYS_CRASHED;
        assertEquals("conforms " + (crashed ? "crashed" : "skipped") + " conforms conforms", verdicts(results));
        assertThat(victim(results).reason()).isEqualTo(crashed ? "kernel oops, rebooted" : "no huge pages");
        assertThat(results.starts()).isEqualTo(1);
    }

    @Test
    void nothing_that_an_adapter_started_outlives_it() {
        run(commands.wrong(Fault.LEAVES_A_CHILD, VICTIM, 1));

        List<Long> children = commands.log().stream()
                .filter(line -> line.startsWith("child "))
                .map(line -> Long.valueOf(line.substring("child ".length())))
                .toList();
        assertThat(children).hasSize(1);
        assertThat(children).allSatisfy(pid -> assertThat(
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent())
                .isFalse());
    }

    @Test
    void another_point_release_is_compared_with_what_the_model_says_of_it() {
        AdapterResults results = run(commands.right(PlatformId.parse("phb4-linux-6.12.117-4k")));

        assertThat(results.expected().unpinned()).isTrue();
        assertThat(results.diff().comparisons())
                .extracting(comparison -> comparison.platform().toString())
                .containsOnly("phb4-linux-6.12.117-4k");
        assertEquals("conforms conforms conforms conforms", verdicts(results));
        assertThat(results.diff().notes())
                .containsExactly(
                        "unpinned: compared with the model's prediction for phb4-linux-6.12.117-4k, which is not in"
                                + " the corpus");
    }

    @ParameterizedTest
    @CsvSource({"ONE_ERRNO, 4", "SKIPS, 4", "CRASHES, 4", "EXITS, 3"})
    void what_is_kept_is_told_as_it_was_by_whoever_reads_it(Fault fault, int lines, @TempDir Path folder)
            throws Exception {
        Path file = folder.resolve("answers.jsonl");
        AdapterResults results;
        try (KeptAnswers kept = KeptAnswers.in(file)) {
            results = run(commands.wrong(fault, VICTIM, 1), kept);
        }

        List<String> kept = Files.readAllLines(file);

        Announcement announcement = MessageReader.start(kept.get(0));
        assertThat(announcement).isEqualTo(results.announcement());
        MessageReader reader = new MessageReader(announcement.observes());
        Set<Observation> read = new HashSet<>();
        for (String line : kept.subList(1, kept.size())) {
            read.add(reader.closing(line));
        }
        assertThat(read).hasSize(lines);
        assertThat(results.results().stream().map(CaseResult::observation))
                .filteredOn(observation -> observation.ending() != Observation.Ending.NOT_RUN)
                .containsExactlyInAnyOrderElementsOf(read);
    }

    @Test
    void an_adapter_that_does_not_start_leaves_no_file(@TempDir Path folder) {
        Path file = folder.resolve("answers.jsonl");

        try (KeptAnswers kept = KeptAnswers.in(file)) {
            assertThatThrownBy(() -> run(commands.shell("exit 1"), kept)).isInstanceOf(AdapterUnavailable.class);
        }

        assertThat(file).doesNotExist();
    }

    private static AdapterResults run(AdapterCommand command) {
        return run(command, RunProgress.NONE);
    }

    private static AdapterResults run(AdapterCommand command, RunProgress progress) {
        Map<String, List<Fixture>> corpus = new TreeMap<>(Map.of(
                "phb4-linux-6.12-4k",
                SampleCases.CASES.stream().map(SampleCases::fixture).toList()));
        Predicate<Fixture> all = fixture -> true;
        Expectations expectations = new CorpusExpectations(
                SampleCases.PLATFORMS,
                List.of(SampleCases.POWER8, SampleCases.POWER9),
                platform -> corpus.getOrDefault(platform.toString(), List.of()),
                all);
        return new AdapterRun(expectations, Strictness.STATE, new ModelRepair(SampleCases.PLATFORMS))
                .drive(command, progress);
    }

    private static String verdicts(AdapterResults results) {
        return String.join(
                " ",
                results.diff().comparisons().stream()
                        .map(Comparison::verdict)
                        .map(Verdict::key)
                        .toList());
    }

    private static Comparison victim(AdapterResults results) {
        return results.diff().comparisons().stream()
                .filter(comparison -> comparison.id().toString().equals(VICTIM))
                .findFirst()
                .orElseThrow();
    }
}
