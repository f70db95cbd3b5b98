// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.samples.SampleFixtures;

final class CorpusTest {
    private static final List<Fixture> SOME = SampleFixtures.some();
    private static final PlatformId POWER7 = PlatformId.parse("ioda1-linux-4.2-64k");

    @TempDir
    private Path root;

    private Corpus corpus;

    @BeforeEach
    void record() {
        corpus = Corpus.at(root);
        CorpusWrite.plan(corpus, SOME).apply();
    }

    @Test
    void a_case_and_a_scenario_are_found_by_their_ids() {
        assertThat(corpus.ids()).hasToString("[ATTACH-012, DMA-WINDOW-001.two-windows]");
        assertThat(corpus.ids("DMA-WINDOW-001")).hasToString("[DMA-WINDOW-001.two-windows]");
        assertThat(corpus.ids("DMA-WINDOW-001.two-windows")).hasSize(1);
        assertThat(corpus.ids("DMA-WINDOW-002")).isEmpty();
    }

    @Test
    void finds_a_fixture_by_case_and_platform() {
        CaseId attach = CaseId.parse("ATTACH-012");

        assertThat(corpus.find(attach, POWER7)).map(FixtureFile::write).contains(FixtureFile.write(SOME.get(0)));
        assertThat(corpus.find(attach, PlatformId.parse("x86-linux-6.12-4k"))).isEmpty();
        assertThat(corpus.find(CaseId.parse("ATTACH-999"), POWER7)).isEmpty();
    }

    @Test
    void the_fixtures_of_a_platform_are_those_of_all_its_cases() {
        assertThat(corpus.fixtures(PlatformId.parse("phb4-linux-6.12-4k")).map(FixtureFile::write))
                .containsExactlyInAnyOrder(FixtureFile.write(SOME.get(3)), FixtureFile.write(SOME.get(4)));
    }

    @Test
    void the_version_is_that_which_a_person_set() throws IOException {
        assertThat(corpus.version()).isEqualTo("0.1.0");
        Files.writeString(root.resolve("fixtures/corpus/VERSION"), "2.3.4\n");
        assertThat(corpus.version()).isEqualTo("2.3.4");
        assertThat(corpus.index().version()).isEqualTo("2.3.4");
        Files.writeString(root.resolve("fixtures/corpus/VERSION"), "latest\n");
        assertThatThrownBy(() -> corpus.version())
                .isInstanceOf(YamlProblem.class)
                .hasMessage("fixtures/corpus/VERSION:1:1: expected a version such as 1.2.3, found \"latest\"");
    }

    @Test
    void what_is_wrong_with_one_answer_is_told_with_its_line_in_the_file() throws IOException {
        Path file = corpus.path(CaseId.parse("ATTACH-012"));
        String text = Files.readString(file);
        int at = text.lastIndexOf("answer: fd");
        Files.writeString(file, text.substring(0, at) + "anwser: fd" + text.substring(at + "answer: fd".length()));
        int line = (int) text.substring(0, at).lines().count() - 1;

        assertThatThrownBy(() -> corpus.find(CaseId.parse("ATTACH-012"), PlatformId.parse("phb4-linux-6.12-4k")))
                .isInstanceOf(YamlProblem.class)
                .hasMessageStartingWith("fixtures/corpus/attach/ATTACH-012.yaml:" + line + ":")
                .hasMessageContaining("answers[3].steps[2]");
    }
}
