// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The adapters to copy answer as Linux does, and each deliberate error is reported as exactly that. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ExampleAdaptersTest {
    private static final Path EXAMPLES = TestCheckout.REAL.resolve("adapters/examples");
    private static final String IN_CONTAINER = "ATTACH-044 differs VFIO_GROUP_SET_CONTAINER answer EINVAL EBUSY";

    private TestCheckout checkout;
    private Path folder;

    /** A language, and what it takes to run a program in it. */
    enum Language {
        PYTHON("mock.py", "python3"),
        JAVASCRIPT("mock.js", "node"),
        C("mock.c", "cc");

        private final String source;
        private final String tool;

        Language(String source, String tool) {
            this.source = source;
            this.tool = tool;
        }
    }

    /** A kind of wrongness: the option, and what has to be reported, and nothing else. */
    enum Wrong {
        ERRNO(1, IN_CONTAINER),
        SWAP(1, "ATTACH-008 differs open answer EBUSY EINVAL", IN_CONTAINER),
        WINDOW(1, "DMA-WINDOW-070 differs VFIO_GROUP_SET_CONTAINER effects.window[1] window-set null"),
        PAGE(1, "MEMORY-001 differs VFIO_IOMMU_SPAPR_REGISTER_MEMORY locked_pages 256 255"),
        CRASH(3, "ATTACH-044 crashed the adapter died"),
        HANG(3, "ATTACH-044 timed-out the adapter was silent for 20 s"),
        GARBAGE(3, "ATTACH-044 crashed garbage: expected a message of the adapter protocol, found no JSON object"),
        FLOOD(3, "ATTACH-044 crashed garbage: a line of more than 1 MiB");

        private final int exit;
        private final List<String> findings;

        Wrong(int exit, String... findings) {
            this.exit = exit;
            this.findings = List.of(findings);
        }
    }

    record Example(Language language, Wrong wrong) {}

    static List<Example> examples() {
        List<Example> all = new ArrayList<>();
        for (Language language : Language.values()) {
            for (Wrong wrong : Wrong.values()) {
                all.add(new Example(language, wrong));
            }
        }
        return all;
    }

    @BeforeAll
    void copies(@TempDir Path empty) {
        folder = empty;
        checkout = TestCheckout.in(folder);
    }

    @ParameterizedTest
    @EnumSource
    void a_right_one_agrees_with_all_that_it_performs(Language language) throws Exception {
        String adapter = adapter(language);

        Ran ran = checkout.run("run", "--adapter", adapter, "--timeout", "60", "--format", "json");

        JsonNode summary = new ObjectMapper().readTree(ran.out()).get("summary");
        assertThat(findings(ran)).isEmpty();
        assertThat(summary.get("partial").asInt()).isGreaterThan(400);
        assertThat(summary.get("conforms").asInt()).isGreaterThan(40);
        assertThat(summary.get("compared_operations").asInt()).isGreaterThan(2000);
        ran.ended(0);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_wrong_one_is_reported_as_what_is_wrong(Example example) throws Exception {
        String adapter = adapter(example.language()) + " --wrong "
                + example.wrong().name().toLowerCase(Locale.ROOT);

        Ran ran = checkout.run(
                "run",
                "--adapter",
                adapter,
                "--timeout",
                "20",
                "--format",
                "json",
                "ATTACH-008",
                "ATTACH-044",
                "DMA-WINDOW-070",
                "MEMORY-001");

        List<String> findings = findings(ran);
        assertThat(findings).as(ran.all()).hasSameSizeAs(example.wrong().findings);
        for (int i = 0; i < findings.size(); i++) {
            assertThat(findings.get(i)).startsWith(example.wrong().findings.get(i));
        }
        ran.ended(example.wrong().exit);
    }

    @ParameterizedTest
    @EnumSource
    void one_can_be_copied(Language language) throws IOException {
        List<String> lines = Files.readAllLines(EXAMPLES.resolve(language.source));

        assertThat(lines).hasSizeLessThan(150);
        assertThat(lines.subList(0, 2)).anyMatch(line -> line.contains("SPDX-License-Identifier: CC0-1.0"));
    }

    private static List<String> findings(Ran ran) throws IOException {
        List<String> findings = new ArrayList<>();
        for (JsonNode one : new ObjectMapper().readTree(ran.out()).get("fixtures")) {
            String verdict = one.get("verdict").asText();
            if (List.of("conforms", "partial", "skipped").contains(verdict)) {
                continue;
            }
            JsonNode difference = one.at("/differences/0");
            String what = difference.isMissingNode()
                    ? one.get("reason").asText()
                    : difference.get("operation").asText().replaceFirst("\\(.*", "") + " "
                            + difference.get("field").asText() + " "
                            + difference.get("expected").asText().replaceFirst(" .*", "") + " "
                            + difference.get("found").asText();
            findings.add(one.get("id").asText() + " " + verdict + " " + what);
        }
        return findings;
    }

    private String adapter(Language language) throws Exception {
        assumeTrue(
                tool("command -v " + language.tool) == 0,
                () -> language.source + " is not tested, since this computer has no " + language.tool);
        Path source = EXAMPLES.resolve(language.source);
        if (language != Language.C) {
            return "'" + source + "'";
        }
        Path program = folder.resolve("mock");
        assertThat(tool("cc -std=c11 -Wall -Wextra -Werror -O1 -o '" + program + "' '" + source + "'"))
                .isZero();
        return "'" + program + "'";
    }

    private static int tool(String line) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
