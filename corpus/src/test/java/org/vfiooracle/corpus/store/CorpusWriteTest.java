// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.format.FixtureHash;
import org.vfiooracle.samples.SampleFixtures;

final class CorpusWriteTest {
    private static final List<Fixture> SOME = SampleFixtures.some();

    @TempDir
    private Path root;

    @Test
    void a_case_stands_where_its_area_and_id_say() {
        record(SOME);

        assertThat(files().keySet())
                .containsExactly(
                        "fixtures/corpus/attach/ATTACH-012.yaml",
                        "fixtures/corpus/dma-window/DMA-WINDOW-001.two-windows.yaml");
        assertThat(corpus().names()).hasSameSizeAs(SOME).isSorted();
        assertThat(corpus().fixtures().map(FixtureFile::write))
                .containsExactlyInAnyOrderElementsOf(
                        SOME.stream().map(FixtureFile::write).toList());
    }

    @Test
    void the_order_of_recording_does_not_matter() {
        List<Fixture> reversed = new ArrayList<>(SOME);
        Collections.reverse(reversed);
        record(SOME);
        SortedMap<String, String> first = files();

        CorpusWrite again = CorpusWrite.plan(corpus(), reversed);

        assertThat(again.isEmpty()).isTrue();
        assertThat(again.unchanged()).isEqualTo(SOME.size());
        assertThat(again.apply()).isEmpty();
        assertThat(files()).isEqualTo(first);
    }

    @Test
    void only_files_whose_bytes_change_are_written() throws IOException {
        record(SOME);
        FileTime past = FileTime.fromMillis(1_000_000);
        for (CaseId id : corpus().ids()) {
            Files.setLastModifiedTime(corpus().path(id), past);
        }
        List<Fixture> next = new ArrayList<>(SOME.subList(1, SOME.size()));
        next.add(SampleFixtures.named(SOME.get(0), "ATTACH-013"));

        CorpusWrite write = CorpusWrite.plan(corpus(), next);
        write.apply();

        assertThat(write.added()).hasToString("[ATTACH-013 ioda1-linux-4.2-64k]");
        assertThat(write.removed()).hasToString("[ATTACH-012 ioda1-linux-4.2-64k]");
        assertThat(write.changed()).isEmpty();
        assertThat(write.unchanged()).isEqualTo(SOME.size() - 1);
        assertThat(corpus().names()).hasSameSizeAs(SOME);
        assertThat(corpus().path(SOME.get(4).performed().id()))
                .satisfies(file -> assertThat(Files.getLastModifiedTime(file)).isEqualTo(past));
    }

    @Test
    void a_file_that_was_edited_is_written_anew() throws IOException {
        record(SOME);
        Path edited = corpus().path(SOME.get(0).performed().id());
        String recorded = Files.readString(edited);
        int first = recorded.indexOf("locked_pages: 0");
        Files.writeString(edited, recorded.substring(0, first) + "locked_pages: 1" + recorded.substring(first + 15));

        CorpusWrite write = CorpusWrite.plan(corpus(), SOME);
        write.apply();

        assertThat(write.changed()).containsExactly(FixtureName.of(SOME.get(0)));
        assertThat(edited).content().isEqualTo(recorded);
    }

    @Test
    void a_file_that_cannot_be_read_is_written_anew() throws IOException {
        record(SOME);
        Path broken = corpus().path(SOME.get(0).performed().id());
        String recorded = Files.readString(broken);
        Files.writeString(broken, "a: [1\n");

        CorpusWrite write = CorpusWrite.plan(corpus(), SOME);
        write.apply();

        assertThat(write.added()).hasSize(4);
        assertThat(broken).content().isEqualTo(recorded);
    }

    @Test
    void a_recording_of_one_scenario_leaves_the_others() {
        record(SOME);
        SortedMap<String, String> before = files();

        CorpusWrite write = CorpusWrite.plan(
                corpus(), SOME.subList(0, 4), id -> id.scenario().equals("ATTACH-012"));

        assertThat(write.isEmpty()).isTrue();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void the_cases_of_a_scenario_that_failed_stay() {
        record(SOME);

        CorpusWrite write =
                CorpusWrite.plan(corpus(), List.of(), id -> !id.scenario().equals("DMA-WINDOW-001"));
        write.apply();

        assertThat(write.removed()).hasSize(4);
        assertThat(corpus().names()).hasSize(2);
        assertThat(root.resolve("fixtures/corpus/attach")).doesNotExist();
    }

    @Test
    void the_index_has_the_hash_the_answers_and_the_rules_of_each_fixture() {
        record(SOME);

        Fixture fixture = SampleFixtures.fixture(SampleFixtures.WINDOWS, "phb4-linux-6.12-4k");
        IndexEntry entry = corpus().index().find(FixtureName.of(fixture)).orElseThrow();

        assertThat(entry.hash()).isEqualTo(FixtureHash.of(fixture));
        assertThat(entry.answers()).containsExactly("0", "1", "fd");
        assertThat(entry.rules()).contains("spapr.map.iova-aligned", "spapr.window.made");
        assertThat(entry.deviations()).containsExactly("spapr.misaligned-iova-answers-1");
    }

    @Test
    void two_fixtures_of_one_name_are_refused() {
        List<Fixture> twice = List.of(SOME.get(0), SOME.get(0));

        assertThatThrownBy(() -> CorpusWrite.plan(corpus(), twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two fixtures are named ATTACH-012 ioda1-linux-4.2-64k");
    }

    @Test
    void files_are_readable_by_others_as_far_as_the_umask_says() throws IOException {
        record(SOME);
        Path plain = Files.writeString(root.resolve("plain"), "");

        assertThat(Files.getPosixFilePermissions(
                        corpus().path(SOME.get(0).performed().id())))
                .isEqualTo(Files.getPosixFilePermissions(plain));
    }

    private void record(List<Fixture> fixtures) {
        CorpusWrite.plan(corpus(), fixtures).apply();
    }

    private Corpus corpus() {
        return Corpus.at(root);
    }

    private SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(root.resolve("fixtures/corpus"))) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readString(file));
            }
            return files;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
