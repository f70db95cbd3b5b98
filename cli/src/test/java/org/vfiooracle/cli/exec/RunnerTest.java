// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.cli.Ran;
import org.vfiooracle.cli.TestCheckout;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.ProcessCall;

/** The program that {@code export --runner} writes: compiled here, and performed below the model, which then is the machine. */
final class RunnerTest {
    private static final String PLATFORM = "phb4-linux-6.12-4k";
    private static final Pattern POINT = Pattern.compile("(ok|not ok) (\\d+) - (\\S+)(?: # SKIP (.*))?");

    @TempDir
    private static Path folder;

    private static Programs programs;
    private static Path sources;
    private static Path runner;

    @BeforeAll
    static void export() throws IOException {
        programs = new Programs(folder);
        sources = folder.resolve("sources");
        Ran.of("export", "--runner", "--out", sources.toString(), "--platform", PLATFORM)
                .ended(0)
                .said(PLATFORM + ", ", " cases", "make -C " + sources);
        runner = compiled();
    }

    @Test
    void every_file_of_it_is_free_for_any_tree() throws IOException {
        int files = 0;
        for (Path file : files("")) {
            String name = file.getFileName().toString();
            if (!name.equals("LICENSE") && !name.equals("SHA256SUMS")) {
                assertThat(Files.readString(file).lines().limit(1).toList().get(0))
                        .as(name)
                        .contains("SPDX-License-Identifier: CC0-1.0");
                files++;
            }
        }
        assertThat(files).isGreaterThan(30);
    }

    @Test
    void what_the_model_answers_conforms() throws IOException {
        List<Matcher> points = points(performed(runner, "--no-locked"));

        assertThat(points).hasSizeGreaterThan(500);
        assertThat(points).extracting(point -> Integer.parseInt(point.group(2))).isSorted();
        Set<String> differ = ids(points, point -> point.group(1).equals("not ok"));
        // The model is told once that no limit holds, and that the first process lives as long as the run; and exec
        // does not
        // answer the request 112 of a device, and has memory where a device has registers (MAPPING-037 and 038).
        assertThat(differ)
                .isNotEmpty()
                .allMatch(id -> isLimited(id)
                        || changesProcess(id)
                        || id.startsWith("MALFORMED-INPUT-11")
                        || Set.of("MAPPING-037", "MAPPING-038").contains(id));
        assertThat(points.stream().filter(point -> point.group(1).equals("ok") && point.group(4) == null))
                .hasSizeGreaterThan(440);
        assertThat(points.stream().map(point -> point.group(4)).filter(reason -> reason != null))
                .isNotEmpty()
                .allMatch(reason -> reason.startsWith("dangerous: ")
                        || reason.startsWith("dma-")
                        // of this computer, which may have less than that of some cases
                        || reason.startsWith("its machine has 65536 MiB"));
    }

    @Test
    void a_wrong_expectation_is_found_and_nothing_else() throws IOException {
        Path table = sources.resolve(PLATFORM + ".c");
        String text = Files.readString(table);
        String wrong =
                text.replaceFirst("\\{-EBUSY, ([^\"]*)\"group\\.open\\.busy\"", "{-EPERM, $1\"group.open.busy\"");
        assertThat(wrong).isNotEqualTo(text);
        Files.writeString(table, wrong);

        String tap = performed(compiled(), "--no-locked ATTACH-00");
        Files.writeString(table, text);

        assertThat(ids(points(tap), point -> point.group(1).equals("not ok"))).containsExactly("ATTACH-008");
        assertThat(tap)
                .contains("  expected: 'EPERM'\n  found: 'EBUSY'\n  rule: group.open.busy\n")
                .contains(" conform, 0 answer as intended where the release has a bug, 1 differ, 0 skipped\n");
    }

    @Test
    void groups_can_be_chosen_and_a_case_without_its_groups_is_skipped() throws IOException {
        assertThat(performed(runner, "--group A=1 ATTACH-036"))
                .contains("ok 1 - ATTACH-036 # SKIP no group of this machine stands for ")
                .contains("# nothing was compared");
        assertThat(performed(runner, "--probe --group A=3,D=4"))
                .contains("# six-groups A: group 3, 0001:01:00.0", "# six-groups B: none, it needs 1 device");
        assertThat(performed(runner, "--probe --group A=0,B=3"))
                .contains("groups A and B have to be two groups on one host bridge, and groups 0 and 3 are not");
        assertThat(performed(runner, "--probe --group A=77")).contains("this machine has no such group");
        assertThat(performed(runner, "--probe --group C=0")).contains("group C needs 2 devices, and group 0 has 1");
        assertThat(performed(runner, "--group A")).contains("expected: A=5");
        assertThat(performed(runner, "--frob")).contains("unknown option", "--frob");
        assertThat(performed(runner, "NOTHING")).contains("no case of " + PLATFORM + " has such an id");
    }

    @Test
    void on_a_machine_without_vfio_it_ends_at_once() throws IOException, InterruptedException {
        Process alone = new ProcessBuilder(runner.toString(), "ATTACH")
                .redirectErrorStream(true)
                .start();
        String said = new String(alone.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(alone.waitFor()).isEqualTo(3);
        assertThat(said).startsWith("TAP version 14\n1..").contains("\nBail out! ");
    }

    @Test
    void one_platform_is_asked_for() {
        Ran.of("export", "--runner", "--out", folder.resolve("more").toString())
                .ended(2)
                .said("--runner: expected one --platform, found ");
    }

    private static String performed(Path program, String arguments) {
        return programs.exec(
                        "--platform " + PLATFORM + " --topology six-groups --memlock unlimited",
                        program + " " + arguments)
                .output();
    }

    private static Path compiled() throws IOException {
        List<Path> units = new ArrayList<>(files(".c"));
        units.add(TestCheckout.REAL.resolve("cli/src/test/c/pretend.c"));
        return programs.compiled(units, "-DDRIVER_HERE=SPAPR_DRIVER");
    }

    private static List<Path> files(String end) throws IOException {
        try (Stream<Path> all = Files.list(sources)) {
            return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    private static List<Matcher> points(String tap) {
        List<Matcher> points = new ArrayList<>();
        tap.lines().forEach(line -> {
            Matcher point = POINT.matcher(line);
            if (point.matches()) {
                points.add(point);
            }
        });
        assertThat(tap).startsWith("TAP version 14\n1.." + points.size() + "\n");
        return points;
    }

    private static Set<String> ids(List<Matcher> points, java.util.function.Predicate<Matcher> some) {
        return points.stream().filter(some).map(point -> point.group(3)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the case changes what its process may lock, or ends its first process. */
    private static boolean changesProcess(String id) {
        return operations(id).stream()
                .anyMatch(one -> one instanceof ProcessCall.SetLimit
                        || one instanceof ProcessCall.SetCapabilities
                        || one instanceof Operation.Exit);
    }

    private static List<Operation> operations(String id) {
        return Corpus.at(TestCheckout.REAL)
                .read(CaseId.parse(id))
                .all()
                .get(0)
                .performed()
                .operations();
    }

    private static boolean isLimited(String id) {
        return Corpus.at(TestCheckout.REAL)
                .read(CaseId.parse(id))
                .all()
                .get(0)
                .performed()
                .process()
                .memlock()
                .isPresent();
    }
}
