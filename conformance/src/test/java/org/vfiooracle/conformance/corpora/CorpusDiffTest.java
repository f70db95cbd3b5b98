// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.conformance.compare.Verdict;
import org.vfiooracle.conformance.drive.ReferenceAdapter;
import org.vfiooracle.contract.fixture.AnsweredCase;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.CaseFile;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.protocol.message.Messages;
import org.vfiooracle.samples.SampleCases;

final class CorpusDiffTest {
    @TempDir
    private Path folder;

    private Path expected;
    private Path actual;

    @BeforeEach
    void two_equal_corpora_of_two_platforms() throws IOException {
        expected = folder.resolve("expected");
        actual = folder.resolve("actual");
        for (PlatformId platform : List.of(SampleCases.POWER8, SampleCases.POWER9)) {
            for (var performed : SampleCases.CASES) {
                Fixture fixture = SampleCases.fixture(performed, platform);
                write(expected.resolve(FixtureName.of(fixture).path()), FixtureFile.write(fixture));
                write(actual.resolve(FixtureName.of(fixture).path()), FixtureFile.write(fixture));
            }
        }
        write(expected.resolve("index.yaml"), "no: fixture\n");
        write(expected.resolve("schema/fixture.json"), "{}\n");
    }

    @Test
    void equal_folders_conform_fixture_by_fixture() {
        List<Integer> progress = new ArrayList<>();

        DiffResult result =
                new CorpusDiff(SampleCases.PLATFORMS, Strictness.STATE).compare(expected, actual, progress::add);

        assertThat(result.finding()).isFalse();
        assertThat(result.statistics().count(Verdict.CONFORMS)).isEqualTo(8);
        assertThat(result.statistics().operationsCompared()).isEqualTo(38);
        assertThat(result.comparisons())
                .extracting(comparison -> comparison.platform() + " " + comparison.id())
                .isSorted()
                .hasSize(8);
        assertThat(progress).containsExactly(8);
    }

    @Test
    void an_answer_that_is_not_the_same_differs_with_its_rule_and_its_hash_is_not_looked_at() throws IOException {
        Path file = actual.resolve("phb4-linux-6.12-4k/attach/ATTACH-903.yaml");
        replace(file, "answer: EINVAL", "answer: EBUSY");

        DiffResult result = compare();

        Comparison differing = only(result, Verdict.DIFFERS);
        assertThat(differing.id()).hasToString("ATTACH-903");
        assertThat(differing.platform()).isEqualTo(SampleCases.POWER9);
        assertThat(differing.differences()).hasSize(1);
        assertThat(differing.differences().get(0).statement()).isEqualTo("expected EINVAL, got EBUSY");
        assertThat(differing.differences().get(0).rule()).isEqualTo("group.unset-container.not-in");
        assertThat(result.statistics().count(Verdict.CONFORMS)).isEqualTo(7);
    }

    @Test
    void the_answer_to_another_case_is_none() throws IOException {
        replace(actual.resolve("phb4-linux-6.12-4k/attach/ATTACH-903.yaml"), "group: B", "group: C");

        Comparison comparison = only(compare(), Verdict.NOT_RUN);

        assertThat(comparison.reason())
                .isEqualTo("it is the answer to another case: operations[0].group: expected B, found C");
    }

    @Test
    void missing_and_extra_fixtures_are_named() throws IOException {
        Files.delete(actual.resolve("phb4-linux-6.12-4k/attach/ATTACH-903.yaml"));
        Files.delete(expected.resolve("ioda2-linux-6.12-4k/memory/MEMORY-901.yaml"));

        DiffResult result = compare();

        assertThat(result.missing()).hasToString("[ATTACH-903 phb4-linux-6.12-4k]");
        assertThat(result.extra()).hasToString("[MEMORY-901 ioda2-linux-6.12-4k]");
        assertThat(result.finding()).isTrue();
        assertThat(result.statistics().total()).isEqualTo(6);
    }

    @Test
    void one_file_is_compared_with_its_counterpart_only() {
        expected = expected.resolve("phb4-linux-6.12-4k/attach/ATTACH-903.yaml");

        DiffResult result = compare();

        assertThat(result.statistics().total()).isEqualTo(1);
        assertThat(result.extra()).isEmpty();
        assertThat(result.finding()).isFalse();
    }

    @Test
    void two_platforms_are_compared_when_there_is_one_on_each_side() {
        expected = expected.resolve("ioda2-linux-6.12-4k");
        actual = actual.resolve("phb4-linux-6.12-4k");

        DiffResult result = compare();

        assertThat(result.statistics().total()).isEqualTo(4);
        assertThat(result.notes()).containsExactly("expected is ioda2-linux-6.12-4k, but actual is phb4-linux-6.12-4k");
    }

    @Test
    void a_folder_that_is_not_laid_out_as_a_corpus_is_read_to_find_out() throws IOException {
        Fixture fixture = SampleCases.fixture(SampleCases.NOWHERE);
        actual = folder.resolve("loose");
        write(actual.resolve("mine.json"), FixtureFile.json(fixture));
        expected = expected.resolve("phb4-linux-6.12-4k/attach/ATTACH-903.yaml");

        assertThat(compare().statistics().count(Verdict.CONFORMS)).isEqualTo(1);
    }

    @Test
    void what_an_adapter_printed_is_compared_with_the_platform_that_it_means() throws IOException {
        actual = folder.resolve("printed.jsonl");
        write(actual, printed("phb4-linux-6.12-4k").replace("\"EINVAL\"", "\"EIO\""));
        expected = expected.resolve("phb4-linux-6.12-4k");

        DiffResult result = compare();

        assertThat(printed("phb4-linux-6.12-4k")).contains("\"platform\":\"phb4-linux-6.12.95-4k\"");
        assertThat(result.statistics().count(Verdict.CONFORMS)).isEqualTo(3);
        assertThat(only(result, Verdict.DIFFERS).differences().get(0).statement())
                .isEqualTo("expected EINVAL, got EIO");
    }

    @Test
    void a_broken_line_is_named_by_its_number() throws IOException {
        actual = folder.resolve("printed.jsonl");
        write(actual, printed("phb4-linux-6.12-4k") + "Killed\n");

        assertThatThrownBy(this::compare)
                .isInstanceOf(YamlProblem.class)
                .hasMessageContaining("printed.jsonl:6:1: expected an answer, found ")
                .hasMessageContaining("in the line: Killed");
    }

    @Test
    void a_line_with_a_typo_is_named_by_its_key() throws IOException {
        actual = folder.resolve("printed.jsonl");
        write(actual, printed("phb4-linux-6.12-4k") + "{\"type\":\"answer\",\"id\":\"ATTACH-001\",\"stpes\":[]}\n");

        assertThatThrownBy(this::compare)
                .isInstanceOf(YamlProblem.class)
                .hasMessageContaining(
                        "printed.jsonl:6:1: expected the key \"steps\", found only id, stpes, type, in an answer")
                .hasMessageContaining("hint: is \"stpes\" a typo of \"steps\"?");
    }

    @Test
    void kept_answers_in_the_place_of_fixtures_are_told_to_go_second() throws IOException {
        Path lines = folder.resolve("expected.jsonl");
        write(lines, printed("phb4-linux-6.12-4k"));
        expected = lines;

        assertThatThrownBy(this::compare)
                .isInstanceOf(YamlProblem.class)
                .hasMessageContaining("expected one JSON document, found something behind it")
                .hasMessageContaining("the second argument of 'oracle diff'");
    }

    @Test
    void a_broken_file_is_named_by_line_and_column() throws IOException {
        Path file = expected.resolve("phb4-linux-6.12-4k/attach/ATTACH-903.yaml");
        replace(file, "answer: EINVAL", "answer: [EINVAL");

        assertThatThrownBy(this::compare)
                .isInstanceOf(YamlProblem.class)
                .message()
                .containsPattern("expected.phb4-linux-6.12-4k.attach.ATTACH-903\\.yaml:[0-9]+:[0-9]+: expected ");
    }

    @Test
    void a_fixture_that_was_edited_is_nothing_to_expect() throws IOException {
        Path file = expected.resolve("phb4-linux-6.12-4k/attach/ATTACH-903.yaml");
        replace(file, "answer: EINVAL", "answer: EBUSY");

        assertThatThrownBy(this::compare)
                .isInstanceOf(YamlProblem.class)
                .hasMessageContaining("the content was changed by hand");
    }

    @Test
    void a_file_in_the_wrong_place_is_named() throws IOException {
        Path file = actual.resolve("phb4-linux-6.12-4k/attach/ATTACH-903.yaml");
        Files.copy(
                actual.resolve("ioda2-linux-6.12-4k/attach/ATTACH-903.yaml"),
                file,
                StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(this::compare)
                .isInstanceOf(YamlProblem.class)
                .hasMessageContaining(
                        "expected the fixture ATTACH-903 phb4-linux-6.12-4k, found ATTACH-903 ioda2-linux-6.12-4k");
    }

    @Test
    void equal_case_files_conform_fixture_by_fixture() throws IOException {
        caseFiles("one");
        caseFiles("other");

        DiffResult result = compare(folder.resolve("one"), folder.resolve("other"));

        assertThat(result.finding()).isFalse();
        assertThat(result.statistics().count(Verdict.CONFORMS)).isEqualTo(8);
        assertThat(result.statistics().operationsCompared()).isEqualTo(38);
        assertThat(result.comparisons())
                .extracting(comparison -> comparison.platform() + " " + comparison.id())
                .isSorted()
                .hasSize(8);
    }

    @Test
    void an_answer_of_a_case_file_differs_on_its_platforms_and_other_files_conform() throws IOException {
        caseFiles("one");
        caseFiles("other");
        replace(folder.resolve("other/attach/ATTACH-903.yaml"), "answer: EINVAL", "answer: EBUSY");

        DiffResult result = compare(folder.resolve("one"), folder.resolve("other"));

        assertThat(result.comparisons())
                .filteredOn(comparison -> comparison.verdict() == Verdict.DIFFERS)
                .extracting(comparison -> comparison.platform() + " " + comparison.id())
                .containsExactly("ioda2-linux-6.12-4k ATTACH-903", "phb4-linux-6.12-4k ATTACH-903");
        assertThat(result.statistics().count(Verdict.CONFORMS)).isEqualTo(6);
    }

    @Test
    void case_files_are_compared_with_flat_fixtures() throws IOException {
        caseFiles("one");

        assertThat(compare(folder.resolve("one"), actual).statistics().count(Verdict.CONFORMS))
                .isEqualTo(8);
        assertThat(compare(expected, folder.resolve("one")).finding()).isFalse();
    }

    @Test
    void a_broken_case_file_is_named_by_line_and_column() throws IOException {
        caseFiles("one");
        caseFiles("other");
        replace(folder.resolve("other/attach/ATTACH-903.yaml"), "id: ATTACH-903", "id: ATTACH-903\nid: twice");

        assertThatThrownBy(() -> compare(folder.resolve("one"), folder.resolve("other")))
                .isInstanceOf(YamlProblem.class)
                .hasMessageContaining("other/attach/ATTACH-903.yaml:4:1");
    }

    @Test
    void nothing_to_compare_is_bad_input() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));

        assertThatThrownBy(() -> compare(empty, actual))
                .isInstanceOf(YamlProblem.class)
                .hasMessageContaining("expected at least one fixture, found none");
        assertThatThrownBy(() -> compare(expected, folder.resolve("nowhere")))
                .isInstanceOf(YamlProblem.class)
                .hasMessageContaining("no such file or folder");
    }

    /** Writes the same fixtures as case files. */
    private void caseFiles(String side) throws IOException {
        for (var performed : SampleCases.CASES) {
            write(
                    folder.resolve(side).resolve(performed.id().area()).resolve(performed.id() + ".yaml"),
                    CaseFile.write(AnsweredCase.of(List.of(
                            SampleCases.fixture(performed, SampleCases.POWER8),
                            SampleCases.fixture(performed, SampleCases.POWER9)))));
        }
    }

    private static String printed(String platform) {
        ReferenceAdapter reference =
                new ReferenceAdapter(SampleCases.PLATFORMS, SampleCases.PLATFORMS.machine(PlatformId.parse(platform)));
        return Messages.of(reference.announcement()) + "\n"
                + SampleCases.CASES.stream().map(reference::answer).collect(Collectors.joining("\n"))
                + "\n";
    }

    private DiffResult compare() {
        return compare(expected, actual);
    }

    private static DiffResult compare(Path expected, Path actual) {
        return new CorpusDiff(SampleCases.PLATFORMS, Strictness.STATE).compare(expected, actual, done -> {});
    }

    private static Comparison only(DiffResult result, Verdict verdict) {
        List<Comparison> found = result.comparisons().stream()
                .filter(comparison -> comparison.verdict() == verdict)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static void replace(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
