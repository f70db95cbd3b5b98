// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.corpus.store.CorpusIndex;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.engine.platform.PlatformId;

final class BundleTest {
    private static final List<Fixture> SOME = BundledCheckout.FIXTURES;

    @TempDir
    private Path folder;

    private BundledCheckout checkout;
    private Corpus corpus;
    private Path out;

    @BeforeEach
    void record() {
        checkout = BundledCheckout.at(folder.resolve("checkout"));
        corpus = checkout.corpus();
        out = folder.resolve("out").resolve("bundle");
    }

    @Test
    void it_has_the_fixtures_twice_and_everything_to_read_them_with() throws IOException {
        BundleContents written = checkout.bundle().write(out, done -> {});

        assertThat(read(out).keySet()).containsExactlyElementsOf(new TreeSet<>(List.of("""
                        INTERPRETING.md
                        LICENSE
                        SHA256SUMS
                        adapter-protocol.md
                        corpus/index.json
                        corpus/index.yaml
                        corpus/ioda1-linux-4.2-64k/attach/ATTACH-012.json
                        corpus/ioda1-linux-4.2-64k/attach/ATTACH-012.yaml
                        corpus/ioda2-linux-4.2-64k/attach/ATTACH-012.json
                        corpus/ioda2-linux-4.2-64k/attach/ATTACH-012.yaml
                        corpus/ioda2-linux-6.12-4k/dma-window/DMA-WINDOW-001.two-windows.json
                        corpus/ioda2-linux-6.12-4k/dma-window/DMA-WINDOW-001.two-windows.yaml
                        corpus/p5ioc2-linux-4.1-64k/attach/ATTACH-012.json
                        corpus/p5ioc2-linux-4.1-64k/attach/ATTACH-012.yaml
                        corpus/phb4-linux-6.12-4k/attach/ATTACH-012.json
                        corpus/phb4-linux-6.12-4k/attach/ATTACH-012.yaml
                        corpus/phb4-linux-6.12-4k/dma-window/DMA-WINDOW-001.two-windows.json
                        corpus/phb4-linux-6.12-4k/dma-window/DMA-WINDOW-001.two-windows.yaml
                        corpus/platforms.json
                        corpus/platforms.yaml
                        evidence/summary.json
                        evidence/summary.yaml
                        fixture-format.md
                        rules.json
                        rules.yaml
                        schema/fixture.schema.json
                        """.split("\n"))));
        assertThat(written.files()).isEqualTo(read(out).size());
        assertThat(written.bytes())
                .isEqualTo(read(out).values().stream().mapToLong(String::length).sum());
        assertThat(written.evidence().total()).isEqualTo(SOME.size());
    }

    @Test
    void each_yaml_file_has_a_json_file_that_says_the_same() throws IOException {
        checkout.bundle().write(out, done -> {});

        Map<String, String> files = read(out);
        List<String> yaml =
                files.keySet().stream().filter(path -> path.endsWith(".yaml")).toList();
        assertThat(yaml).hasSize(SOME.size() + 4);
        for (String path : yaml) {
            Object json = new ObjectMapper().readValue(files.get(Twin.path(path)), Object.class);
            assertThat(plain(json))
                    .isEqualTo(plain(StrictYaml.read(files.get(path), path).value()));
        }
    }

    @Test
    void the_fixtures_and_the_index_are_those_of_the_corpus() throws IOException {
        checkout.bundle().write(out, done -> {});

        for (FixtureName name : corpus.names()) {
            Fixture fixture = corpus.find(name.id(), name.platform()).orElseThrow();
            assertThat(Files.readString(out.resolve("corpus").resolve(name.path())))
                    .isEqualTo(FixtureFile.write(fixture));
        }
        assertThat(Files.readString(out.resolve("corpus/index.yaml")))
                .isEqualTo(corpus.index().text());
    }

    @Test
    void other_platforms_stay_at_home() throws IOException {
        PlatformId one = PlatformId.parse("phb4-linux-6.12-4k");

        Bundle.of(corpus, List.of(one)).write(out, done -> {});

        String text = Files.readString(out.resolve("corpus/index.yaml"));
        assertThat(CorpusIndex.parse(text, "index.yaml").entries().keySet())
                .hasSize(2)
                .allMatch(name -> name.platform().equals(one));
        assertThat(read(out).keySet()).noneMatch(path -> path.contains("ioda"));
        assertThat(out.resolve("corpus/phb4-linux-6.12-4k")).isDirectory();
        assertThat(Files.readString(out.resolve("corpus/platforms.yaml"))).isEqualTo("""
                # SPDX-License-Identifier: CC0-1.0
                format: 1
                platforms:
                  - phb4-linux-6.12-4k
                equals:
                  - platform: phb4-linux-6.13-4k
                    recorded_as: phb4-linux-6.12-4k
                """);
    }

    @Test
    void it_tells_what_each_fixture_rests_on() throws IOException {
        checkout.observed(SOME.get(3));

        BundleContents written = checkout.bundle().write(out, done -> {});

        assertThat(written.evidence().observed()).isEqualTo(1);
        assertThat(Files.readString(out.resolve("evidence/summary.yaml")))
                .contains("""
                totals:
                  observed: 1
                """)
                .contains("""
                  - path: phb4-linux-6.12-4k/attach/ATTACH-012.yaml
                    evidence: observed
                    machines:
                      - powernv9 (Linux 6.12.95)
                """);
        assertThat(Files.readString(out.resolve("evidence/powernv9-6.12.95-4k.yaml")))
                .isEqualTo(Files.readString(corpus.root().resolve("fixtures/evidence/powernv9-6.12.95-4k.yaml")));
    }

    @Test
    void every_rule_of_a_fixture_is_explained() throws IOException {
        checkout.bundle().write(out, done -> {});

        String rules = Files.readString(out.resolve("rules.yaml"));
        List<String> named = SOME.stream()
                .flatMap(f -> f.steps().stream())
                .map(step -> step.rule())
                .distinct()
                .toList();
        assertThat(named).hasSizeGreaterThan(5).allMatch(rule -> rules.contains("  - id: " + rule + "\n"));
        assertThat(rules).contains("  - id: spapr.misaligned-iova-answers-1\n");
    }

    @Test
    void the_checksums_are_those_of_all_other_files_in_the_form_of_sha256sum() throws IOException {
        checkout.bundle().write(out, done -> {});

        Map<String, String> files = read(out);
        String sums = String.valueOf(files.remove("SHA256SUMS"));
        assertThat(sums.lines().map(line -> line.substring(66))).containsExactlyElementsOf(files.keySet());
        assertThat(sums.lines()).allMatch(line -> line.matches("[0-9a-f]{64}  [^ ]+"));
        assertThat(sums).contains("6ea91fb088642907ce2ac497a272840af6e649f510d42d04e46bfed6e75505f4  LICENSE\n");
    }

    @Test
    void a_second_bundle_has_the_same_bytes_ages_and_permissions() throws IOException {
        Path second = folder.resolve("second");

        checkout.bundle().write(out, done -> {});
        checkout.bundle().write(second, done -> {});

        assertThat(read(second)).isEqualTo(read(out));
        for (Path each : FolderSwap.inside(second)) {
            assertThat(Files.getLastModifiedTime(each)).hasToString("1980-01-01T00:00:00Z");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                    .isEqualTo(Files.isDirectory(each) ? "rwxr-xr-x" : "rw-r--r--");
        }
    }

    @Test
    void an_older_bundle_is_replaced_as_a_whole() throws IOException {
        file(out, "corpus/old.yaml", "old\n");

        checkout.bundle().write(out, done -> {});

        assertThat(read(out)).doesNotContainKey("corpus/old.yaml").containsKey("corpus/index.yaml");
        assertThat(beside(out)).containsExactly("bundle");
    }

    @Test
    void a_fixture_that_is_not_whole_leaves_everything_as_it_was() throws IOException {
        file(out, "mine.txt", "mine\n");
        Path broken = corpus.path(SOME.get(4).performed().id());
        Files.writeString(broken, Files.readString(broken).replace("answer: 1\n", "answer: \n"));

        assertThatThrownBy(() -> checkout.bundle().write(out, done -> {}))
                .isInstanceOf(YamlProblem.class)
                .hasMessageContaining("fixtures/corpus/dma-window/DMA-WINDOW-001.two-windows.yaml");

        assertThat(read(out)).containsOnlyKeys("mine.txt");
        assertThat(beside(out)).containsExactly("bundle");
    }

    @Test
    void a_checkout_without_its_documents_says_which() throws IOException {
        Files.delete(corpus.root().resolve("docs/reference/INTERPRETING.md"));

        assertThatThrownBy(() -> checkout.bundle().write(out, done -> {}))
                .hasMessage("docs/reference/INTERPRETING.md: expected a file, found none");

        assertThat(out).doesNotExist();
    }

    @Test
    void what_a_killed_export_has_left_is_put_in_order() throws IOException {
        Path parent = out.getParent();
        file(parent, ".bundle.999999999.new/corpus/half", "half\n");
        file(parent, ".bundle.999999999.old/mine.txt", "mine\n");

        FolderSwap.of(out).prepare();

        assertThat(read(out)).containsOnlyKeys("mine.txt");
        assertThat(beside(out)).contains("bundle").doesNotContain(".bundle.999999999.new", ".bundle.999999999.old");
    }

    @Test
    void progress_is_told_after_each_fixture() {
        List<Integer> told = new java.util.ArrayList<>();

        checkout.bundle().write(out, told::add);

        assertThat(told).containsExactly(1, 2, 3, 4, 5, 6);
    }

    /** Numbers as text, because one parser reads them as int and the other as long. */
    private static String plain(Object tree) {
        return String.valueOf(tree);
    }

    private static void file(Path root, String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> beside(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path.getParent())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static SortedMap<String, String> read(Path root) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        for (Path each : FolderSwap.inside(root)) {
            if (Files.isRegularFile(each)) {
                files.put(root.relativize(each).toString(), Files.readString(each));
            }
        }
        return files;
    }
}
