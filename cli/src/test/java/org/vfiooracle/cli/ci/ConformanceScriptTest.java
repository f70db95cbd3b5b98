// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.cli.TestCheckout;

/** What other projects call: the script, with a stub in place of the oracle, and the workflow. */
final class ConformanceScriptTest {
    private static final Path WORKFLOW = TestCheckout.REAL.resolve(".github/workflows/conformance.yml");

    @TempDir
    private Path folder;

    private Path stub;

    @BeforeEach
    void write_the_stub() throws IOException {
        stub = folder.resolve("oracle");
        Files.writeString(stub, """
                #!/bin/sh
                printf '[%s]' "$@" >>calls
                echo >>calls
                [ "$1" = diff ] && echo '<testsuites/>' && exit 1
                echo '{"type":"start"}' >"$5"
                exit 3
                """);
        assertThat(stub.toFile().setExecutable(true)).isTrue();
    }

    private record Said(int code, String text) {}

    @Test
    void an_adapter_is_run_and_its_answers_become_junit_and_the_exit_code_is_that_of_the_run() throws Exception {
        Said said = script(Map.of("ADAPTER", "target/my adapter --fast", "ARGUMENTS", "attach --strictness outcome"));

        assertThat(said.code()).as(said.text()).isEqualTo(3);
        String kept = "[vfio-results/answers.jsonl]";
        assertThat(Files.readString(folder.resolve("calls")))
                .isEqualTo("[run][--adapter][target/my adapter --fast][--keep]" + kept
                        + "[attach][--strictness][outcome]\n"
                        + "[diff][" + TestCheckout.REAL.toAbsolutePath().normalize() + "/fixtures/corpus]" + kept
                        + "[--format][junit]\n");
        assertThat(Files.readString(folder.resolve("vfio-results/results.xml"))).isEqualTo("<testsuites/>\n");
    }

    @Test
    void without_arguments_everything_is_compared_and_results_go_where_they_are_wanted() throws Exception {
        script(Map.of("ADAPTER", "mine", "RESULTS", "elsewhere"));

        assertThat(Files.readString(folder.resolve("calls")))
                .startsWith("[run][--adapter][mine][--keep][elsewhere/answers.jsonl]\n");
    }

    @Test
    void a_machine_that_is_not_there_is_wrong_usage() throws Exception {
        Said said = script(Map.of("MACHINE", "powernv99"));

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).contains("no machine powernv99 in adapters/linux");
    }

    @Test
    void the_workflow_names_what_it_uses_by_hash_and_takes_no_input_into_a_script() throws IOException {
        String text = Files.readString(WORKFLOW);

        assertThat(text.lines().filter(line -> line.contains("uses:")))
                .hasSizeGreaterThan(2)
                .allMatch(line -> line.matches(" +(- )?uses: actions/[a-z-]+@[0-9a-f]{40} # v[0-9.]+"));
        assertThat(text.lines().filter(line -> line.contains("run:")))
                .isNotEmpty()
                .noneMatch(line -> line.contains("${{"));
        assertThat(text).contains("run: .vfio-oracle/.ci/conformance");
    }

    private Said script(Map<String, String> variables) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(TestCheckout.REAL
                        .resolve(".ci/conformance")
                        .toAbsolutePath()
                        .toString())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(variables);
        builder.environment().put("ORACLE", stub.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }
}
