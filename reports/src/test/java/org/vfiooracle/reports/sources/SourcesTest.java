// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.corpus.evidence.EvidenceTotals;
import org.vfiooracle.steps.RecordingResult;
import org.vfiooracle.steps.TemporaryCheckout;

/** Whether results are current is asked of the files that they were made from. */
final class SourcesTest {
    private static final String CASE = "fixtures/corpus/attach/ATTACH-900.yaml";
    private static final String LEDGER = "fixtures/evidence/powernv9.yaml";

    @TempDir
    private Path root;

    @TempDir
    private Path results;

    private RecordingResult run;

    @BeforeEach
    void runs_one_scenario() throws IOException {
        run = new TemporaryCheckout(root).scenario("""
                Given group "G1"
                When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
                Then it answers
                  | platforms | answer |
                  | *         | EINVAL |
                """).run();
        write(CASE, "id: ATTACH-900\n");
        write(LEDGER, "seen\n");
        Sources sources = Sources.begin(root);
        sources.add(run.runs().get(0).source(), new EvidenceTotals(3, 4, 2, 1));
        sources.write(results);
    }

    @Test
    void nothing_is_stale_while_nothing_changes() {
        Sources sources = Sources.read(root, results);

        assertThat(sources.count()).isEqualTo(1);
        assertThat(sources.evidence()).isEqualTo(new EvidenceTotals(3, 4, 2, 1));
        assertThat(sources.stale().none()).isTrue();
        assertThat(sources.stale().lines()).isEmpty();
    }

    @Test
    void a_case_is_stale_when_its_file_or_its_feature_changes() throws IOException {
        for (String path : List.of(CASE, TemporaryCheckout.FILE)) {
            String before = Files.readString(root.resolve(path));
            write(path, before + "# changed\n");

            assertThat(stale())
                    .as(path)
                    .containsExactly("1 case of " + TemporaryCheckout.FILE + " changed: ./oracle record "
                            + TemporaryCheckout.FILE);

            write(path, before);
            assertThat(stale()).isEmpty();
        }
    }

    @Test
    void a_case_that_is_gone_is_stale() throws IOException {
        Files.delete(root.resolve(CASE));

        assertThat(stale()).hasSize(1);
    }

    @Test
    void a_case_without_a_result_is_told() throws IOException {
        write("fixtures/corpus/attach/ATTACH-901.yaml", "id: ATTACH-901\n");

        assertThat(stale()).containsExactly("1 case of the corpus not in it: ./oracle record");
    }

    @Test
    void a_feature_without_a_result_is_told() throws IOException {
        write("features/attach/later.feature", "Feature: Later\n");

        assertThat(stale())
                .containsExactly(
                        "features/attach/later.feature not in it: ./oracle record features/attach/later.feature");
    }

    @Test
    void new_evidence_is_not_in_any_result_until_all_of_them_are_new() throws IOException {
        write(LEDGER, "seen again\n");
        Sources some = Sources.read(root, results);
        some.add(run.runs().get(0).source(), new EvidenceTotals(6, 0, 0, 0));
        some.write(results);

        assertThat(stale()).containsExactly("the evidence, the rules or the strategies have changed: ./oracle record");
        assertThat(Sources.read(root, results).evidence()).isEqualTo(new EvidenceTotals(6, 0, 0, 0));
    }

    @Test
    void without_a_list_everything_is_stale() throws IOException {
        Files.delete(results.resolve("made-from.tsv"));

        assertThat(stale()).contains("1 case of the corpus not in it: ./oracle record");
    }

    private List<String> stale() {
        return Sources.read(root, results).stale().lines();
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }
}
