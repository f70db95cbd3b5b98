// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TimeZone;
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
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.corpus.store.IndexEntry;
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
                        CHANGELOG.md
                        INTERPRETING.md
                        LICENSE
                        README.md
                        SHA256SUMS
                        adapter-calls.md
                        adapter-protocol.md
                        adapters/examples/c/adapter.c
                        adapters/examples/skeleton.py
                        c/ioda1-linux-4.2-64k.c
                        c/ioda2-linux-4.2-64k.c
                        c/ioda2-linux-6.12-4k.c
                        c/p5ioc2-linux-4.1-64k.c
                        c/phb4-linux-6.12-4k.c
                        c/vfio_oracle_cases.h
                        c/vfio_oracle_names.c
                        corpus/fixtures.jsonl
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
        assertThat(written.folder().files()).isEqualTo(read(out).size());
        assertThat(written.folder().bytes())
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
        assertThat(indexed(out, "hash"))
                .isEqualTo(corpus.index().entries().values().stream()
                        .map(IndexEntry::hash)
                        .toList());
    }

    @Test
    void other_platforms_stay_at_home() throws IOException {
        PlatformId one = PlatformId.parse("phb4-linux-6.12-4k");

        Bundle.of(corpus, List.of(one), Optional.empty(), BundledCheckout.TABLES)
                .write(out, done -> {});

        assertThat(indexed(out, "path")).hasSize(2).allMatch(path -> path.startsWith(one + "/"));
        assertThat(Files.readString(out.resolve("corpus/index.yaml"))).doesNotContain("commit:");
        assertThat(Files.readString(out.resolve("README.md"))).contains("the files were not those of a commit");
        assertThat(Files.readAllLines(out.resolve("corpus/fixtures.jsonl"))).hasSize(2);
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
    void the_index_has_the_sums_of_both_files_of_each_fixture() throws IOException {
        checkout.bundle().write(out, done -> {});

        Map<String, String> sums = new TreeMap<>();
        Files.readAllLines(out.resolve("SHA256SUMS"))
                .forEach(line -> sums.put(line.substring(66), line.substring(0, 64)));
        List<String> paths = indexed(out, "path");
        assertThat(paths).hasSize(SOME.size());
        assertThat(indexed(out, "sha256"))
                .isEqualTo(
                        paths.stream().map(path -> sums.get("corpus/" + path)).toList());
        assertThat(indexed(out, "json_sha256"))
                .isEqualTo(paths.stream()
                        .map(path -> sums.get("corpus/" + Twin.path(path)))
                        .toList());
    }

    @Test
    void each_line_is_the_json_of_one_fixture() throws IOException {
        checkout.bundle().write(out, done -> {});

        List<String> paths = indexed(out, "path");
        List<String> lines = Files.readAllLines(out.resolve("corpus/fixtures.jsonl"));
        assertThat(lines).hasSize(SOME.size());
        for (int i = 0; i < lines.size(); i++) {
            String twin = Files.readString(out.resolve("corpus").resolve(Twin.path(paths.get(i))));
            assertThat(new ObjectMapper().readTree(lines.get(i))).isEqualTo(new ObjectMapper().readTree(twin));
        }
    }

    @Test
    void of_the_examples_only_sources_are_taken_and_programs_stay_programs() throws IOException {
        Path examples = corpus.root().resolve("adapters/examples");
        assertThat(examples.resolve("skeleton.py").toFile().setExecutable(true)).isTrue();
        file(examples, "__pycache__/skeleton.pyc", "cache\n");
        file(examples, ".adapter.swp", "hidden\n");
        Files.write(examples.resolve("c/adapter"), new byte[] {0x7f, 'E', 'L', 'F', 0});

        checkout.bundle().write(out, done -> {});

        Map<String, String> taken = read(out.resolve("adapters/examples"));
        assertThat(taken.keySet()).containsExactly("c/adapter.c", "skeleton.py");
        assertThat(Files.isExecutable(out.resolve("adapters/examples/skeleton.py")))
                .isTrue();
        assertThat(Files.isExecutable(out.resolve("adapters/examples/c/adapter.c")))
                .isFalse();
    }

    @Test
    void the_bytes_do_not_depend_on_place_language_and_time_zone() throws IOException {
        BundledCheckout elsewhere = BundledCheckout.at(folder.resolve("ein anderer Ort é"));
        Path second = folder.resolve("second");
        Locale language = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        checkout.bundle().write(out, done -> {});

        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            elsewhere.bundle().write(second, done -> {});
        } finally {
            Locale.setDefault(language);
            TimeZone.setDefault(zone);
        }

        assertThat(read(second)).isEqualTo(read(out));
        assertThat(read(second).get("README.md")).contains("6 fixtures");
    }

    @Test
    void an_earlier_bundle_is_told_from_any_other_folder() throws IOException {
        checkout.bundle().write(out, done -> {});

        assertThat(EarlierBundle.whyNot(out)).isEmpty();
        file(out, "corpus/mine.yaml", "mine\n");
        assertThat(EarlierBundle.whyNot(out)).contains("a folder that also has corpus/mine.yaml");
        file(folder, "other/SHA256SUMS", "");
        assertThat(EarlierBundle.whyNot(folder.resolve("other")))
                .contains("a folder whose SHA256SUMS is not that of an export");
        assertThat(EarlierBundle.whyNot(corpus.root())).contains("a folder without SHA256SUMS");
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
        List<Integer> told = new ArrayList<>();

        checkout.bundle().write(out, told::add);

        assertThat(told).containsExactly(1, 2, 3, 4, 5, 6);
    }

    private static List<String> indexed(Path bundle, String key) throws IOException {
        List<String> values = new ArrayList<>();
        new ObjectMapper()
                .readTree(Files.readString(bundle.resolve("corpus/index.json")))
                .get("fixtures")
                .forEach(entry -> values.add(entry.get(key).asText()));
        return values;
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
