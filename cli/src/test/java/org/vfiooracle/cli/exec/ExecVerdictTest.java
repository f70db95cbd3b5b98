// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.exec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vfiooracle.cli.Ran;
import org.vfiooracle.cli.TestCheckout;

/** What a run is said to have come to: its exit code, its verdict for programs, and what was only wrong. */
final class ExecVerdictTest extends ProgramTest {
    /** How the adapters find addresses in a trace. */
    private static final Path READER = TestCheckout.REAL.resolve("adapters/qemu/lib/trace.py");

    private static final ObjectMapper JSON = new ObjectMapper();

    private String first;

    @BeforeEach
    void program() {
        first = programs.compiled("first").toString();
    }

    @Test
    void the_exit_codes_of_a_verdict_are_about_the_calls() {
        programs.exec(POWER9 + " --exit-code-of verdict", first + "; exit 7")
                .oracle()
                .ended(0)
                .said("the program ended with exit code 7");
        programs.exec(POWER9 + " --exit-code-of verdict --require-calls", "exit 7")
                .oracle()
                .ended(2);
        programs.exec(POWER9 + " --exit-code-of verdict", "kill -9 $$").oracle().ended(3);
        programs.exec(POWER9 + " --exit-code-of verdict --fail open:EIO:9", first)
                .oracle()
                .ended(1);
    }

    @Test
    void calls_that_differ_are_a_finding_and_no_exit_code_of_the_program() {
        Path fixture = folder.resolve("first.yaml");
        programs.exec(POWER9 + " --quiet --record " + fixture, first);

        programs.exec("--platform ioda2-linux-4.2-4k --exit-code-of verdict --expect " + fixture, first)
                .oracle()
                .ended(1)
                .said("call 8 of the trace, 8 of the file", "effect window-unset group A window 0");
    }

    @Test
    void the_verdict_is_the_last_line_of_standard_output() {
        Ran ran = Ran.of("exec", "--platform", "phb4-linux-6.12-4k", "--format", "json", "--quiet", "--", "false")
                .ended(1);

        assertThat(ran.out().lines())
                .last()
                .isEqualTo("{\"calls\":{\"accesses\":0,\"answered\":0,\"device\":0,\"injected\":0,\"not_modelled\":{},"
                        + "\"refused\":0},\"command\":[\"false\"],\"exit\":1,\"platform\":\"phb4-linux-6.12-4k\","
                        + "\"program\":{\"exit\":1,\"text\":\"the program ended with exit code 1\"},"
                        + "\"topology\":\"two-phbs\",\"unfired\":[]}");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void a_fault_that_tests_nothing_says_so() {
        Programs.Run run = programs.exec(
                POWER9 + " --quiet --fail VFIO_IOMMU_ENABLE:EPERM --fail VFIO_SET_IOMMU:EIO:2"
                        + " --fail VFIO_GET_API_VERSION:EIO --fail VFIO_GROUP_GET_STATUS:EBUSY",
                first);

        assertThat(run.oracle().err().lines())
                .filteredOn(line -> line.contains("--fail"))
                .containsExactly(
                        "oracle exec: warning: --fail VFIO_GET_API_VERSION:EIO: VFIO_GET_API_VERSION never fails on"
                                + " phb4-linux-6.12.95-4k; the program meets what no kernel does",
                        "oracle exec: warning: --fail VFIO_GROUP_GET_STATUS:EBUSY: VFIO_GROUP_GET_STATUS never fails with"
                                + " EBUSY on phb4-linux-6.12.95-4k; the program meets what no kernel does",
                        "oracle exec: --fail VFIO_IOMMU_ENABLE:EPERM never fired: the program made no call of this name",
                        "oracle exec: --fail VFIO_SET_IOMMU:EIO:2 never fired: the program made 1 call of this name");
    }

    @Test
    void memory_is_called_the_same_in_each_run_and_plainly_where_it_begins() {
        List<List<String>> runs = List.of(named(), named());

        assertThat(runs.get(0)).isEqualTo(runs.get(1)).anyMatch(call -> call.contains("vaddr B1, size 0x4000"));
    }

    @Test
    void adapters_find_the_addresses_of_a_trace_by_its_notes() throws IOException {
        Path trace = folder.resolve("trace.jsonl");
        programs.exec(POWER9 + " --trace " + trace, first).oracle().ended(0);
        List<JsonNode> happenings = new ArrayList<>();
        for (String line : Files.readAllLines(trace)) {
            happenings.add(JSON.readTree(line));
        }

        Set<String> known = happenings.stream()
                .map(happening ->
                        expression("_NOTE").matcher(happening.path("text").asText()))
                .filter(Matcher::find)
                .map(note -> note.group(1))
                .collect(Collectors.toSet());
        List<String> named = happenings.stream()
                .map(happening -> happening.at("/operation/vaddr").asText())
                .filter(place -> place.startsWith("B"))
                .toList();

        assertThat(known).isNotEmpty();
        assertThat(named).isNotEmpty().allSatisfy(place -> {
            Matcher found = expression("_PLACE").matcher(place);
            assertThat(found.matches()).as(place).isTrue();
            assertThat(known).contains(found.group(1));
        });
    }

    /** An expression of the reader; what both languages make of it is the same. */
    private static Pattern expression(String name) {
        try {
            Matcher found = Pattern.compile("(?m)^" + name + " = re\\.compile\\(r\"(.*)\"\\)$")
                    .matcher(Files.readString(READER));
            assertThat(found.find()).as(name).isTrue();
            return Pattern.compile(found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> named() {
        return programs.exec(POWER9, first)
                .oracle()
                .err()
                .lines()
                .filter(line -> line.contains("B1") && !line.contains(" is the memory at "))
                .toList();
    }
}
