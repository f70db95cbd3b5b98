// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.corpora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.conformance.compare.DiffResult;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.observation.Strictness;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.samples.SampleCases;

final class BundleDiffTest {
    private static final String ONE = "corpus/phb4-linux-6.12-4k/attach/ATTACH-903.yaml";
    private static final String TWIN = "corpus/phb4-linux-6.12-4k/attach/ATTACH-903.json";

    @TempDir
    private Path folder;

    private Path older;
    private Path newer;

    @BeforeEach
    void two_bundles() throws IOException {
        older = folder.resolve("older");
        newer = folder.resolve("newer");
        for (Path bundle : List.of(older, newer)) {
            for (var performed : SampleCases.CASES) {
                Fixture fixture = SampleCases.fixture(performed, SampleCases.POWER9);
                String path = "corpus/" + FixtureName.of(fixture).path();
                write(bundle, path, FixtureFile.write(fixture));
                write(bundle, path.replace(".yaml", ".json"), FixtureFile.json(fixture));
            }
        }
        write(older, "corpus/index.yaml", "format: 2\nversion: '0.7.0'\nfixtures:\n  - never read: [\n");
        write(newer, "corpus/index.yaml", "format: 2\nversion: '0.8.0'\ncommit: abc123\nfixtures: []\n");
    }

    @Test
    void equal_ones_are_named_by_version_and_commit() {
        DiffResult result = compare();

        assertThat(result.finding()).isFalse();
        assertThat(result.notes()).containsExactly("from corpus 0.7.0 to corpus 0.8.0 of commit abc123");
    }

    @Test
    void cases_that_were_added_removed_and_corrected_are_named() throws IOException {
        Files.delete(older.resolve(ONE));
        Files.delete(older.resolve(TWIN));
        Files.delete(newer.resolve(ONE.replace("903", "901")));
        Files.delete(newer.resolve(TWIN.replace("903", "901")));
        for (String corrected : List.of(ONE, TWIN)) {
            edit(newer.resolve(corrected.replace("903", "902")), "0x1", "0x3");
        }

        DiffResult result = compare();

        assertThat(result.finding()).isTrue();
        assertThat(result.notes())
                .containsExactly(
                        "from corpus 0.7.0 to corpus 0.8.0 of commit abc123",
                        "1 case added: ATTACH-903",
                        "1 case removed: ATTACH-901",
                        "1 case corrected: ATTACH-902");
    }

    @Test
    void folders_that_are_no_bundles_have_no_versions() throws IOException {
        Files.delete(older.resolve("corpus/index.yaml"));

        assertThat(compare().notes()).isEmpty();
    }

    @Test
    void a_json_file_that_says_something_else_than_the_yaml_file_beside_it_is_refused() throws IOException {
        edit(newer.resolve(TWIN), "EINVAL", "EBUSY");

        assertThatThrownBy(this::compare)
                .isInstanceOf(YamlProblem.class)
                .hasMessageContaining("newer/" + TWIN)
                .hasMessageContaining("expected the same as in the YAML file beside it")
                .hasMessageContaining("expected EINVAL, found EBUSY");
    }

    @Test
    void another_format_is_refused_in_each_file_even_where_both_sides_have_it() throws IOException {
        for (String side : List.of("older", "newer")) {
            edit(folder.resolve(side).resolve(TWIN), "\"format\" : 2", "\"format\" : 3");
        }

        assertThatThrownBy(this::compare)
                .isInstanceOf(YamlProblem.class)
                .hasMessageContaining("older/" + TWIN)
                .hasMessageContaining("expected format 2 at format, found 3");

        for (String side : List.of("older", "newer")) {
            Files.delete(folder.resolve(side).resolve(TWIN));
            edit(folder.resolve(side).resolve(ONE), "format: 2", "format: 3");
        }
        assertThatThrownBy(this::compare)
                .isInstanceOf(YamlProblem.class)
                .hasMessageContaining("older/" + ONE)
                .hasMessageContaining("expected format 2 at format, found 3");
    }

    private DiffResult compare() {
        return new CorpusDiff(SampleCases.PLATFORMS, Strictness.STATE).compare(older, newer, done -> {});
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private static void write(Path root, String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }
}
