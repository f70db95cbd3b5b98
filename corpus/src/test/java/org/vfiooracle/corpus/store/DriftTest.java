// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.samples.SampleFixtures;

final class DriftTest {
    private static final List<Fixture> SOME = SampleFixtures.some();

    @TempDir
    private Path root;

    private Corpus corpus;

    @BeforeEach
    void record() {
        corpus = Corpus.at(root);
        CorpusWrite.plan(corpus, SOME).apply();
    }

    @Test
    void a_corpus_that_is_as_recorded_has_none() {
        Drift drift = corpus.drift(SOME);

        assertThat(drift.text()).isEmpty();
        assertThat(drift.isEmpty()).isTrue();
        assertThat(drift.compared()).isEqualTo(SOME.size());
    }

    @Test
    void missing_and_superfluous_files_are_named() throws IOException {
        Files.delete(corpus.path(SOME.get(0)));
        Files.writeString(root.resolve("fixtures/corpus/notes.txt"), "");

        Drift drift = corpus.drift(SOME.subList(0, SOME.size() - 1));

        assertThat(drift.isEmpty()).isFalse();
        assertThat(drift.text()).isEqualTo("""
                        fixtures/corpus/ioda1-linux-4.2-64k/attach/ATTACH-012.yaml: is missing
                        fixtures/corpus/ioda2-linux-6.12-4k/dma-window/DMA-WINDOW-001.two-windows.yaml: nothing records it any more
                        fixtures/corpus/notes.txt: nothing records it any more
                        fixtures/corpus/index.yaml: does not list the fixtures as they are; ./oracle record rewrites it
                        """);
    }

    @Test
    void a_fixture_that_was_edited_by_hand_is_shown_with_what_was_changed() throws IOException {
        Path file = corpus.path(SOME.get(5));
        Files.writeString(file, Files.readString(file).replace("answer: 1\n", "answer: 0\n"));

        assertThat(corpus.drift(SOME).text()).isEqualTo("""
                        fixtures/corpus/ioda2-linux-6.12-4k/dma-window/DMA-WINDOW-001.two-windows.yaml: differs from what the model says
                          fixtures/corpus/ioda2-linux-6.12-4k/dma-window/DMA-WINDOW-001.two-windows.yaml: it was edited by hand: its hash is not that of its content
                          @@
                               iova: '0x800'
                               size: '0x1000'
                               outcome:
                          -      answer: 0
                          +      answer: 1
                                 locked_pages: 2368
                               rule: spapr.map.iova-aligned
                               intended:
                        """);
    }

    @Test
    void equal_differences_are_told_once() {
        List<Fixture> committed = SOME.stream()
                .map(fixture -> new Fixture(
                        fixture.platform(),
                        "features/other.feature",
                        fixture.performed(),
                        fixture.steps(),
                        fixture.last()))
                .toList();
        CorpusWrite.plan(corpus, committed).apply();

        String text = corpus.drift(SOME).text();

        assertThat(text.lines().filter(line -> line.contains("differs from"))).hasSize(2);
        assertThat(text.lines().filter(line -> line.contains("the same in"))).hasSize(4);
        assertThat(text.lines().filter(line -> line.contains("-feature: features/other.feature")))
                .hasSize(2);
        assertThat(text).doesNotContain("hash");
    }

    @Test
    void a_hash_alone_that_was_edited_is_shown() throws IOException {
        Path file = corpus.path(SOME.get(0));
        String text = Files.readString(file);
        Files.writeString(file, text.replaceAll("hash: sha256:.*", "hash: sha256:00"));

        assertThat(corpus.drift(SOME).text())
                .contains("it was edited by hand")
                .contains("  -hash: sha256:00\n")
                .contains("  +hash: sha256:");
    }

    @Test
    void a_broken_file_is_told_with_its_place() throws IOException {
        Files.writeString(corpus.path(SOME.get(0)), "a: [1\n");

        assertThat(corpus.drift(SOME).text())
                .contains(
                        "fixtures/corpus/ioda1-linux-4.2-64k/attach/ATTACH-012.yaml:1:4: expected one entry per line");
    }

    @Test
    void a_stale_index_is_noticed() throws IOException {
        Path index = root.resolve("fixtures/corpus/index.yaml");
        String text = Files.readString(index);
        Files.writeString(index, text.replaceFirst("answers: .*", "answers: EBUSY"));
        String edited = corpus.drift(SOME).text();
        Files.delete(index);
        String missing = corpus.drift(SOME).text();

        assertThat(edited).startsWith("fixtures/corpus/index.yaml: does not list the fixtures as they are");
        assertThat(missing).isNotEmpty();
    }

    @Test
    void what_a_recording_is_not_responsible_for_is_not_compared() {
        Drift drift = Drift.of(
                corpus, SOME.subList(4, 6), name -> name.id().scenario().equals("DMA-WINDOW-001"));

        assertThat(drift.compared()).isEqualTo(2);
        assertThat(drift.text()).isEmpty();
    }

    @Test
    void a_line_end_alone_is_a_difference() throws IOException {
        Path file = corpus.path(SOME.get(0));
        Files.writeString(file, FixtureFile.write(SOME.get(0)).stripTrailing());

        assertThat(corpus.drift(SOME).text()).contains("(only line ends differ)");
    }
}
