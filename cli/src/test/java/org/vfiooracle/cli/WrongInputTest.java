// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with what was typed ends with 2, what is wrong, and something to go on with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WrongInputTest {
    private static final String NEVER_EXISTED = "p5ioc2-linux-6.12-64k";
    private static final String REASON = "never existed: P5IOC2 support was removed in Linux 4.6";

    /** The words of a command separated by spaces, then what the complaint has to say. */
    private static final List<List<String>> WRONG = List.of(
            List.of("new scenario nowhere", "area", "nowhere", "dma-window"),
            List.of("new scenario", "AREA"),
            List.of("new frob", "unknown command", "scenario"),
            List.of("new", "scenario"),
            List.of("try", "FILE or @ID"),
            List.of("try @ATTACH-998", "@ATTACH-998", "did you mean"),
            List.of("try features/attach/no.feature", "features/attach/no.feature", "did you mean"),
            List.of("try @ATTACH-050 --platform phb4-linux-6.12-4q", "phb4-linux-6.12-4q", "phb4-linux-6.12-4k"),
            List.of("try @ATTACH-050 --platform " + NEVER_EXISTED, NEVER_EXISTED, REASON),
            List.of("record @ATTACH-998 --no-report", "@ATTACH-998", "did you mean"),
            List.of("record features/none --no-report", "features/none", "a folder of them"),
            List.of("record --no-report --workers many", "--workers", "many"),
            List.of("record --format xml", "--format", "xml", "one of text, json"),
            List.of("verify @ATTACH-998", "@ATTACH-998", "did you mean"),
            List.of("verify one two", "too many", "two"),
            List.of("report extra", "too many", "extra"),
            List.of("report --out run.html", "--out", "only with --results"),
            List.of("report --results no-such-folder", "nothing to report", "--write allure=no-such-folder"),
            List.of("site --runs no-such-run.jsonl", "no kept run", "no-such-run.jsonl", "--keep FILE.jsonl"),
            List.of("site --runs pom.xml", "no kept run", "ends in .jsonl", "another ending"),
            List.of("docs --chekc", "unknown option", "did you mean --check?"),
            List.of("run", "--adapter"),
            List.of("canary", "--adapter"),
            List.of("smoke", "--adapter"),
            List.of("doctor extra", "no purpose of this name", "extra", "machines"),
            List.of("run --adapter true --shard 9/3", "--shard", "9/3"),
            List.of("run --adapter true --shard half", "--shard", "half"),
            List.of("run --adapter true --strictness harsh", "--strictness", "harsh", "structs"),
            List.of("random", "--platform", "--machine"),
            List.of("random --platform phb4", "phb4-linux-6.12-4k"),
            List.of("random --platform phb4-linux-6.12-4k --length 0", "--length", "1 to 200"),
            List.of("random --platform phb4-linux-6.12-4k --cases 2 --operations 3", "both"),
            List.of("run --adapter true --keep answers.yaml", "--keep", "ends in .jsonl"),
            List.of("run --adapter true --keep no/such/folder/a.jsonl", "cannot write", "no/such/folder"),
            List.of("run --adapter true --cases pom.xml/shortest", "cannot write", "not a folder"),
            List.of("run --adapter true ATTACH-36", "scenario or area", "did you mean @ATTACH-036?"),
            List.of("diff fixtures/corpus", "ACTUAL"),
            List.of("diff fixtures/corpus fixtures/corpus --format allure", "--out DIR"),
            List.of("diff fixtures/corpus fixtures/corpus --out somewhere", "--format allure"),
            List.of("diff fixtures/corpus fixtures/corpus --format allure --out features", "the folder is not empty"),
            List.of("diff no-such-file no-such-file", "no-such-file"),
            List.of("diff features fixtures/corpus", "features", "found none"),
            List.of("predict", "CASE"),
            List.of("predict no-such-case.yaml", "no-such-case.yaml", "found none"),
            List.of("predict @ATTACH-998 --platform phb4-linux-6.12-4k", "@ATTACH-998", "did you mean"),
            List.of("predict @ATTACH-050", "--platform"),
            List.of("predict @ATTACH-050 --platform phb9-linux-6.12-4k", "phb9", "phb4"),
            List.of("predict @ATTACH-050 --platform " + NEVER_EXISTED, REASON),
            List.of("exec --platform phb4-linux-6.12-4k", "PROGRAM"),
            List.of("exec true", "--platform"),
            List.of("explain", "SUBJECT"),
            List.of("explain spapr.attach.no-ownershp", "spapr.attach.no-ownership"),
            List.of("explain @ATTACH-998", "@ATTACH-998", "did you mean"),
            List.of("explain ATTACH-36", "unknown subject", "did you mean @ATTACH-036?"),
            List.of("explain @ATTACH-36", "did you mean @ATTACH-036?"),
            List.of("try ATTACH-36", "did you mean @ATTACH-036?"),
            List.of("explain @ATTACH-050#99", "@ATTACH-050#99", "1 to 2"),
            List.of("explain no-such-file.yaml", "no-such-file.yaml"),
            List.of("explain VFIO_SET_IOMMU EFROB", "EFROB", "EPERM"),
            List.of("explain VFIO_SET_IOMMU --platform " + NEVER_EXISTED, REASON),
            List.of("explain @ATTACH-036 --picture a.png", "--picture", "a.png", "ends in .svg"),
            List.of("explain @ATTACH-036 --picture no/such/a.svg", "--picture", "no/such", "mkdir -p"),
            List.of(
                    "explain @ATTACH-036 --picture a.svg",
                    "one platform",
                    "18 platforms",
                    "--platform ioda1-linux-4.2-64k"),
            List.of("explain VFIO_SET_IOMMU --picture a.svg", "only a recorded case", "VFIO_SET_IOMMU", "@ID#N"),
            List.of("explain @ATTACH-036#7 --platform ioda1-linux-4.2-64k --picture a.svg", "1 to 6"),
            List.of("explain @ATTACH-036 --platform x86-linux-6.1-4k --picture a.svg", "no fixture for this platform"),
            List.of("exec --platform phb4-linux-6.12-4k --picture no/such/a.svg true", "--picture", "no/such"),
            List.of("compare phb4-linux-6.12-4k", "PLATFORM"),
            List.of("compare phb4-linux-6.12-4k phb4", "phb4-linux-6.12-4k"),
            List.of("compare qemu-1.0 qemu-7.2", "no program of this name", "qemu-1.0"),
            List.of("compare qemu-7.2 phb4-linux-6.12-4k", "cannot compare a program with a platform"),
            List.of("compare phb4-linux-6.12-4k " + NEVER_EXISTED, REASON),
            List.of("compare POWER7 POWER8", "several platforms", "ioda1-linux-4.12-64k"),
            List.of("predict @ATTACH-050 --platform 6.12.95+deb12-powerpc64le", "several", "pseries-linux-6.12-4k"),
            List.of("explain @ATTACH-036 --platform x86-linux-6.1-4k", "no fixture for this platform", "predict"),
            List.of("platforms POWER12", "unknown platform", "did you mean POWER10"),
            List.of("platforms x68-linux-6.1-4k", "x68", "did you mean x86-linux-6.1-4k"),
            List.of("exec --platform phb4-linux-6.12-4k --memlock 8Q -- true", "--memlock", "such as 64M", "8Q"),
            List.of(
                    "exec --platform phb4-linux-6.12-4k --exit-code-of me -- true",
                    "--exit-code-of",
                    "program, verdict",
                    "me"),
            List.of(
                    "exec --platform phb4-linux-6.12-4k --fail mmap:EPERM -- true",
                    "--fail",
                    "mmap",
                    "VFIO_IOMMU_MAP_DMA"),
            List.of("exec --platform phb4-linux-6.12-4k --format xml -- true", "--format", "text, json", "xml"),
            List.of("topology", "--from-sysfs", "--from-lspci"),
            List.of("topology --from-sysfs no/such", "no/such", "bus/pci/devices", "no such folder", "/sys"),
            List.of("topology --from-sysfs pom.xml", "pom.xml", "a file"),
            List.of("topology --from-sysfs docs", "docs", "PCI devices", "cp -a"),
            List.of("topology --from-lspci docs", "docs", "a folder", "--from-sysfs"),
            List.of("topology --from-lspci pom.xml", "pom.xml", "what lspci prints", "lspci -Dvvvnn"),
            List.of("topology --from-lspci no-such-file", "no-such-file", "no such file"),
            List.of("topology --from-lspci pom.xml --name six-groups", "--name", "hyphens", "six-groups"),
            List.of("explore", "--platform"),
            List.of("explore --platform phb4-linux-6.12-4k --depth 99", "--depth: expected 0 to 40, found 99"),
            List.of("explore --platform phb4-linux-6.12-4k --faults 3", "--faults: expected 0 to 2, found 3"),
            List.of("explore --platform phb4-linux-6.12-4k --alphabet sparp", "no alphabet", "sparp", "spapr"),
            List.of("explore --platform phb4-linux-6.12-4k --alphabet pom.xml", "pom.xml:1"),
            List.of("explore --platform phb4-linux-6.12-4k --memory 1Q", "--memory", "such as 64G"),
            List.of("explore --platform phb4-linux-6.12-4k --calls opne", "no operation of this name", "open"),
            List.of("explore --platform phb4-linux-6.12-4k --depth 0 --checkpoint pom.xml", "pom.xml", "checkpoint"),
            List.of("strength --platform phb4-linux-6.12-4k --save", "--save", "--depth -1"),
            List.of(
                    "strength --platform phb4-linux-6.12-4k --depth -1 --save --suite features",
                    "--save",
                    "no --suite"),
            List.of("generate --platform phb4-linux-6.12-4k", "--out"),
            List.of("generate --out target/none", "--platform P or --adapter CMD", "neither"),
            List.of(
                    "generate --out target/none --platform phb4-linux-6.12-4k --adapter true",
                    "--platform P or --adapter CMD",
                    "both"),
            List.of(
                    "generate --platform phb4-linux-6.12-4k --out target/none --memlock much",
                    "--memlock",
                    "unlimited",
                    "much"),
            List.of(
                    "generate --platform phb4-linux-6.12-4k --out target/none --depth 0",
                    "--depth",
                    "expected 1 to 20"),
            List.of("generate --platform phb4-linux-6.12-4k --out features", "the folder is not empty"),
            List.of(
                    "generate --platform phb4-linux-6.12-4k --out target/none --max-ops 0",
                    "--max-ops: expected 1 to 500"),
            List.of("generate --platform phb4-linux-6.12-4k --out target/none --budget ten", "--budget", "10m", "ten"),
            List.of("generate --platform phb4-linux-6.12-4k --out target/none --budget 30s", "more than a boot takes"),
            List.of("generate --platform phb4-linux-6.12-4k --out target/none --goal speed", "--goal", "mutants"),
            List.of("strength", "--platform"),
            List.of("strength --platform phb4-linux-6.12-4k --suite nowhere", "nowhere", "a folder of case files"),
            List.of("strength --platform phb4-linux-6.12-4k --depth -2", "--depth: expected -1 to 20"),
            List.of("minimize --platform phb4-linux-6.12-4k --suite features", "features", "none in it"),
            List.of("minimize --platform phb4-linux-6.12-4k --budget 0.5h", "--budget"),
            List.of("promote", "CASE"),
            List.of("promote nothing.yaml", "nothing.yaml", "expected a file"),
            List.of("promote fixtures/corpus/attach/ATTACH-036.yaml --area attic", "no area of this name", "attach"),
            List.of("promote fixtures/corpus/attach/ATTACH-036.yaml --call 99", "--call: expected 1 to"),
            List.of("memlock --ram 1G", "--platform"),
            List.of("memlock --platform phb4-linux-6.12-4k", "--ram"),
            List.of("memlock --platform phb4-linux-6.12-4k --ram 64Q", "--ram", "such as 64G", "64Q"),
            List.of("memlock --platform phb4-linux-6.12-4k --ram 0", "--ram", "such as 64G"),
            List.of("memlock --platform phb4-linux-6.12-4k --ram 9999999T", "--ram", "up to 1024T"),
            List.of("memlock --platform phb4-linux-6.12-4k --ram 1G --devices 65", "--devices", "from 1 to 64", "65"),
            List.of("memlock --platform phb4-linux-6.12-4k --ram 1G --window 16:1G", "--window", "SHIFT:SIZE:LEVELS"),
            List.of("memlock --platform phb4-linux-6.12-4k --ram 1G --window 3:1G:1", "--window", "SHIFT:SIZE:LEVELS"),
            List.of("memlock --platform phb4-linux-6.12-4k --ram 1G --program qemu-1.0", "no program of this name"),
            List.of("memlock --platform x86-linux-6.12-4k --ram 1G --program qemu-7.2 --viommu", "not modelled"),
            List.of("memlock --platform POWER9 --ram 1G", "several platforms"),
            List.of("diagnose", "a line of a log", "in quotes"),
            List.of("diagnose --file no-such.log", "no-such.log", "no such file"),
            List.of("diagnose EBUSY --file pom.xml", "not both"),
            List.of("diagnose EBUSY --platform " + NEVER_EXISTED, REASON),
            List.of("explain CVE-1999-0001", "no bug of this name", "CVE-1999-0001"),
            List.of("explain bug 9999", "no bug of this name"),
            List.of("judge", "LOG"),
            List.of("judge no-such.log", "no-such.log", "no such file"),
            List.of("judge pom.xml", "the output of strace", "strace -f -o LOG"),
            List.of("judge pom.xml --memlock 64Q", "--memlock"),
            List.of("judge pom.xml --platform " + NEVER_EXISTED, REASON),
            List.of("export", "--out"),
            List.of("export --out features", "the folder is not empty"),
            List.of("export --out features --force", "a folder without SHA256SUMS"),
            List.of("export --out new-folder --platform " + NEVER_EXISTED, REASON),
            List.of("export --out new-folder --platform phb4-linux-6.12.95-4k", "phb4-linux-6.12.95-4k"),
            List.of("adapter", "--platform"),
            List.of("adapter --platform phb4", "phb4-linux-6.12-4k"),
            List.of("adapter --platform " + NEVER_EXISTED, REASON),
            List.of(
                    "adapter --platform phb4-linux-6.12-4k --deviation frob",
                    "deviation",
                    "frob",
                    "./oracle platforms --deviations lists them"),
            List.of(
                    "adapter --platform ioda2-linux-4.2-64k --without-deviation spapr.create-leaks-charge",
                    "does not have the deviation",
                    "spapr.old-tces-unseen",
                    "--deviations"),
            List.of("run --adapter true --timeout -1", "--timeout", "from 1"),
            List.of(
                    "run --adapter true --calls VFIO_SET_IOMU",
                    "operation",
                    "VFIO_SET_IOMU",
                    "did you mean VFIO_SET_IOMMU"),
            List.of("run --adapter true --with-call opn", "operation", "opn"),
            List.of(
                    "run --adapter true --with-rule spapr.attach.no-owner",
                    "rule",
                    "did you mean spapr.attach.no-ownership"),
            List.of("run --adapter true --with-errno EBUSSY", "--with-errno", "EBUSSY"),
            List.of("random --platform phb4-linux-6.12-4k --calls frob", "operation", "frob"),
            List.of("run --adapter true --workers 0", "--workers", "expected 1 to 64, found 0"),
            List.of("random --adapter true --timeout 0", "--timeout", "from 1"),
            List.of("new scenario attach --file mine.txt", "--file", "ends in .feature"),
            List.of("completion fish", "shell", "fish", "one of bash, zsh"),
            List.of("man extra", "too many", "extra"),
            List.of("steps --words", "unknown option", "--words"));

    private Path folder;
    private TestCheckout checkout;

    @BeforeAll
    void copies(@TempDir Path empty) {
        folder = empty;
        checkout = TestCheckout.in(folder);
    }

    static Stream<List<String>> wrong() {
        return WRONG.stream();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void is_refused(List<String> typed) {
        List<String> words = new ArrayList<>(Arrays.asList(typed.get(0).split(" ")));
        if (typed.get(0).contains("--out ")) {
            int out = words.indexOf("--out") + 1;
            words.set(out, checkout.root().resolve(words.get(out)).toString());
        }
        // Of a command that holds others only those take the option that names the checkout.
        boolean holder = words.get(0).equals("new") && !words.contains("scenario");

        Ran ran = holder ? Ran.of(words.toArray(String[]::new)) : checkout.run(words.toArray(String[]::new));

        ran.ended(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .startsWith("oracle " + words.get(0))
                .contains(typed.subList(1, typed.size()))
                .endsWith("\n");
        assertThat(checkout.root().resolve("new-folder")).doesNotExist();
    }

    @Test
    void every_command_is_among_them() {
        Set<String> tried = new TreeSet<>();
        WRONG.forEach(typed -> tried.add(typed.get(0).split(" ")[0]));

        assertThat(tried)
                .isEqualTo(new TreeSet<>(
                        Oracle.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()))
                                .getSubcommands()
                                .keySet()));
    }

    @Test
    void an_unknown_command_is_told_with_those_nearest() {
        Ran ran = Ran.of("recrod").ended(2).said("unknown command", "recrod", "record");

        assertThat(ran.out()).isEmpty();
    }

    /** What turns colours on, or moves the cursor, stands in files and on command lines of somebody else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "explain ESC[31m",
                "platforms ESC[31m",
                "ESC[31m",
                "explain --ESC[31m",
                "predict FILE.json",
                "predict FILE.yaml",
                "diff FILE.yaml FILE.yaml",
                "try FILE.feature = 1",
                "explain @ATTACH-036 --platform ESC[31m",
                "run --adapter true --waivers FILE.yaml",
                "exec --platform phb4-linux-6.12-4k --topology FILE.yaml -- true"
            })
    void no_character_of_an_input_acts_on_the_terminal(String command, @TempDir Path folder) throws IOException {
        String[] ends = command.split(" = ", 2); // with 2, unless it says otherwise
        String name = folder.resolve("a\u001b[31m").toString();
        for (String ending : List.of(".json", ".yaml", ".feature")) {
            Files.writeString(Path.of(name + ending), "{\u001b[31m \u009b31m \u202e");
        }

        Ran ran = Ran.of(Stream.of(ends[0].split(" "))
                        .map(word -> word.replace("ESC", "\u001b").replace("FILE", name))
                        .toArray(String[]::new))
                .ended(ends.length == 1 ? 2 : Integer.parseInt(ends[1]));

        assertThat(ran.out() + ran.err()).doesNotContain("\u001b", "\u009b", "\u202e");
    }

    @Test
    void nothing_is_offered_where_nothing_is_near() {
        assertThat(checkout.run("explain", "frobnicate").ended(2).err())
                .contains("unknown subject", "frobnicate")
                .doesNotContain("did you mean");
        assertThat(Ran.of("frobnicate").ended(2).err())
                .contains("unknown command")
                .doesNotContain("did you mean");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void an_unknown_option_is_told(String command) {
        Ran.of(command, "--frobnicate").ended(2).said("unknown option", "--frobnicate", "--help shows the usage");
    }

    static Stream<String> commands() {
        return WRONG.stream()
                .map(typed -> typed.get(0).split(" ")[0])
                .distinct()
                // They miss something they need first.
                .filter(command ->
                        Set.of("record", "verify", "report", "steps", "new").contains(command));
    }

    @Test
    void a_damaged_command_line_changes_nothing() {
        var before = checkout.files("fixtures");

        assertThat(wrong().filter(typed -> typed.get(0).startsWith("record")))
                .isNotEmpty()
                .allSatisfy(typed -> checkout.run(typed.get(0).split(" ")).ended(2));

        assertThat(checkout.files("fixtures")).isEqualTo(before);
    }

    @Test
    void a_folder_that_is_no_checkout_is_refused() {
        Ran.of("verify", "--root", folder.toString()).ended(2).said("not a checkout", folder.toString());
    }
}
