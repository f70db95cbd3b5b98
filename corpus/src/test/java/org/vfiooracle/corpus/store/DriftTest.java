// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.samples.SampleFixtures;

final class DriftTest {
    private static final List<Fixture> SOME = SampleFixtures.some();
    private static final CaseId ATTACH = CaseId.parse("ATTACH-012");
    private static final CaseId WINDOWS = CaseId.parse("DMA-WINDOW-001.two-windows");

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
        Files.delete(corpus.path(ATTACH));
        Files.writeString(root.resolve("fixtures/corpus/notes.txt"), "");

        Drift drift = corpus.drift(SOME.subList(0, 4));

        assertThat(drift.isEmpty()).isFalse();
        assertThat(drift.text()).isEqualTo("""
                        fixtures/corpus/attach/ATTACH-012.yaml: is missing
                        fixtures/corpus/dma-window/DMA-WINDOW-001.two-windows.yaml: no scenario records it any more
                        fixtures/corpus/notes.txt: no scenario records it any more
                        """);
        assertThat(drift.altered()).hasSize(4);
    }

    @Test
    void an_answer_that_was_edited_by_hand_is_shown_with_its_platforms() throws IOException {
        Path file = corpus.path(WINDOWS);
        Files.writeString(file, Files.readString(file).replaceFirst("answer: 1\n", "answer: 0\n"));

        Drift drift = corpus.drift(SOME);

        assertThat(drift.text()).isEqualTo("""
                        fixtures/corpus/dma-window/DMA-WINDOW-001.two-windows.yaml: differs from the model
                          @@ ioda2-linux-6.12-4k
                                       size: '0x10000'
                                   rule: spapr.map.mapped
                                 - op: VFIO_IOMMU_MAP_DMA
                          -        answer: 0
                          +        answer: 1
                                   locked_pages: 2368
                                   rule: spapr.map.iova-aligned
                                   intended:
                        """);
        assertThat(drift.altered()).hasToString("[DMA-WINDOW-001.two-windows ioda2-linux-6.12-4k]");
    }

    @Test
    void equal_differences_are_told_once_and_alter_no_fixture() {
        List<Fixture> committed = new ArrayList<>();
        for (String id : List.of("ATTACH-012", "ATTACH-013")) {
            SOME.subList(0, 4).forEach(fixture -> committed.add(SampleFixtures.named(fixture, id)));
        }
        CorpusWrite.plan(
                        corpus,
                        committed.stream()
                                .map(fixture -> new Fixture(
                                        fixture.platform(),
                                        "features/other.feature",
                                        fixture.performed(),
                                        fixture.steps(),
                                        fixture.last()))
                                .toList())
                .apply();

        Drift drift = Drift.of(corpus, committed, id -> id.area().equals("attach"));

        assertThat(drift.differing()).hasSize(2);
        assertThat(drift.text().lines().filter(line -> line.contains("-feature: features/other.feature")))
                .as("but for the id beside it, they are the same")
                .hasSize(2);
        assertThat(drift.altered()).isEmpty();
    }

    @Test
    void a_broken_file_is_told_with_its_place() throws IOException {
        Files.writeString(corpus.path(ATTACH), "a: [1\n");

        Drift drift = corpus.drift(SOME);

        assertThat(drift.text()).contains("fixtures/corpus/attach/ATTACH-012.yaml:1:4: expected one entry per line");
        assertThat(drift.altered()).hasSize(4);
    }

    @Test
    void what_a_recording_is_not_responsible_for_is_not_compared() {
        Drift drift = Drift.of(corpus, SOME.subList(4, 6), id -> id.scenario().equals("DMA-WINDOW-001"));

        assertThat(drift.compared()).isEqualTo(2);
        assertThat(drift.text()).isEmpty();
    }

    @Test
    void a_line_end_alone_is_a_difference() throws IOException {
        Path file = corpus.path(ATTACH);
        Files.writeString(file, Files.readString(file).stripTrailing());

        assertThat(corpus.drift(SOME).text()).contains("(only line endings differ)");
    }
}
