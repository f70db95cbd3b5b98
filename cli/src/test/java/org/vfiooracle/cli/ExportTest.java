// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the checkout, as somebody finds it who has nothing else. */
final class ExportTest {
    private static final String PLATFORM = "p5ioc2-linux-4.1-64k";
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)[^)]*\\)");

    @TempDir
    private static Path folder;

    private static Path bundle;

    @BeforeAll
    static void export() {
        bundle = folder.resolve("ein Bündel");
        exported(bundle).ended(0).said("start with README.md");
    }

    private static Ran exported(Path out, String... more) {
        return Ran.of(
                Stream.concat(Stream.of("export", "--out", out.toString(), "--platform", PLATFORM), Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void sha256sum_agrees_with_the_sums_and_with_the_index() throws Exception {
        assertThat(shell("sha256sum --check --quiet SHA256SUMS")).isEmpty();
        for (String block : blocks("sh")) {
            assertThat(shell("set -e\n" + block)).doesNotContain("Traceback", "FAILED", "error");
        }
        assertThat(blocks("sh")).hasSize(4);
        assertThat(shell(blocks("sh").get(0))).contains(PLATFORM + " ATTACH-035 spapr.attach.one-group");
    }

    @Test
    void every_link_leads_to_a_file_that_is_there() throws IOException {
        int links = 0;
        for (String page : List.of("README.md", "INTERPRETING.md", "fixture-format.md", "adapter-protocol.md")) {
            Matcher link = LINK.matcher(Files.readString(bundle.resolve(page)));
            while (link.find()) {
                assertThat(bundle.resolve(link.group(1)))
                        .as("%s in %s", link.group(1), page)
                        .exists();
                links++;
            }
        }
        assertThat(links).isPositive();
    }

    @Test
    void every_licence_that_a_file_names_is_that_of_the_bundle() throws IOException {
        int named = 0;
        try (Stream<Path> files = Files.walk(bundle)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                for (String line : Files.readString(file).lines().limit(5).toList()) {
                    if (line.contains("SPDX-License-Identifier")) {
                        assertThat(line).as(file.toString()).contains("CC0-1.0");
                        named++;
                    }
                }
            }
        }
        assertThat(named).isGreaterThan(100);
    }

    @Test
    void force_replaces_a_bundle_and_nothing_else() throws IOException {
        Path second = folder.resolve("second");
        exported(second).ended(0);

        exported(second).ended(2).said("the folder is not empty");
        exported(second, "--force").ended(0);
        Files.writeString(second.resolve("corpus/notes.txt"), "mine\n");
        exported(second, "--force").ended(2).said("a folder that also has corpus/notes.txt");
        Path link = Files.createSymbolicLink(folder.resolve("link"), bundle);
        exported(link, "--force").ended(2).said("found:    a link to " + bundle, "name the folder itself");
        assertThat(second.resolve("corpus/notes.txt")).exists();
        assertThat(bundle.resolve("README.md")).exists();
    }

    @Test
    void two_bundles_are_compared_by_version() throws IOException {
        Path other = folder.resolve("other");
        exported(other).ended(0);
        Path index = other.resolve("corpus/index.yaml");
        Files.writeString(index, Files.readString(index).replaceFirst("version: '.*'", "version: '9.0.0'"));

        Ran.of("diff", bundle.toString(), other.toString()).ended(0).said("note: from corpus 0.", " to corpus 9.0.0");
    }

    @Test
    void another_format_is_refused_wherever_a_fixture_is_read() throws IOException {
        Path json = bundle.resolve("corpus/" + PLATFORM + "/attach/ATTACH-035.json");
        Path yaml = bundle.resolve("corpus/" + PLATFORM + "/attach/ATTACH-035.yaml");
        Path newJson = folder.resolve("new.json");
        Path newYaml = folder.resolve("new.yaml");
        Files.writeString(newJson, Files.readString(json).replace("\"format\" : 2", "\"format\" : 3"));
        Files.writeString(newYaml, Files.readString(yaml).replace("format: 2", "format: 3"));

        for (Path file : List.of(newJson, newYaml)) {
            for (List<String> words : List.of(
                    List.of("predict", file.toString()),
                    List.of("diff", file.toString(), file.toString()),
                    List.of("diff", yaml.toString(), file.toString()),
                    List.of("explain", file.toString()),
                    List.of("run", "--adapter", "true", file.toString()))) {
                Ran.of(words.toArray(String[]::new))
                        .ended(2)
                        .said(file.getFileName().toString(), "format 2", "found");
            }
        }
    }

    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(bundle.resolve("README.md")));
        while (block.find()) {
            blocks.add(block.group(1));
        }
        return blocks;
    }

    private static String shell(String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", script)
                .directory(bundle.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
