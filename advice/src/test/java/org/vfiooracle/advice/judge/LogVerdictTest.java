// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vfiooracle.advice.judge.JudgedLog.judge;
import static org.vfiooracle.advice.judge.JudgedLog.resource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.oracle.Machine;

final class LogVerdictTest {
    private static final String SECOND_GROUP = """
            openat(AT_FDCWD, "/dev/vfio/vfio", O_RDWR) = 3
            ioctl(3, VFIO_GET_API_VERSION, 0)       = 0
            openat(AT_FDCWD, "/dev/vfio/5", O_RDWR) = 4
            ioctl(4, VFIO_GROUP_SET_CONTAINER, 0x7ffcb8eb9564) = 0
            ioctl(3, VFIO_SET_IOMMU, VFIO_SPAPR_TCE_v2_IOMMU) = 0
            openat(AT_FDCWD, "/dev/vfio/6", O_RDWR) = 5
            ioctl(5, VFIO_GROUP_SET_CONTAINER, 0x7ffcb8eb9564) = -1 EBUSY (Device or resource busy)
            """;

    @Test
    void an_answer_that_a_platform_would_not_give_is_found() {
        Judgement judgement = judge(SECOND_GROUP, "phb4-linux-6.12-64k");

        assertThat(judgement.agreed()).isEqualTo(6);
        Judgement.Disagreement first = judgement.first().orElseThrow();
        assertThat(first.logged().line()).isEqualTo(7);
        assertThat(first.call()).isEqualTo("VFIO_GROUP_SET_CONTAINER");
        assertThat(first.expected()).extracting(one -> one.answer().toString()).contains("0");
    }

    @Test
    void the_platforms_are_found_that_would_give_it() {
        assertThat(judge(SECOND_GROUP, "ioda1-linux-4.2-64k").agrees()).isTrue();
        assertThat(judge(SECOND_GROUP, "p5ioc2-linux-4.2-64k").agrees()).isTrue();
        assertThat(judge(SECOND_GROUP, "x86-linux-6.12-4k").agreed()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXDEV", "EPERM", "ENOTTY", "EIO"})
    void an_errno_that_somebody_edited_is_found(String errno) {
        Judgement judgement = judge(SECOND_GROUP.replace("EBUSY", errno), "ioda1-linux-4.2-64k");

        Judgement.Disagreement first = judgement.first().orElseThrow();
        assertThat(first.logged().line()).isEqualTo(7);
        assertThat(first.expected()).extracting(one -> one.rule().id()).contains("spapr.attach.no-ownership");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[pid  7] ",
                "7  ",
                "12:34:56 ",
                "12:34:56.789012 ",
                "1701234567.123456 ",
                "     0.000123 ",
                "7 12:34:56 ",
                "[pid  7] 12:34:56.789012 "
            })
    void options_of_strace_do_not_matter(String prefix) {
        String log = SECOND_GROUP
                .lines()
                .map(line -> prefix + line + " <0.000012>\n")
                .reduce("", String::concat);

        assertThat(judge(log, "phb4-linux-6.12-64k").agreed()).isEqualTo(6);
    }

    @Test
    void names_beside_descriptors_and_interrupted_calls_are_read() {
        String log = """
                7  openat(AT_FDCWD</root>, "/dev/vfio/vfio", O_RDWR) = 3</dev/vfio/vfio>
                7  openat(AT_FDCWD</root>, "/dev/vfio/5", O_RDWR <unfinished ...>
                8  ioctl(3</dev/vfio/vfio>, VFIO_CHECK_EXTENSION, VFIO_TYPE1_IOMMU <unfinished ...>
                7  <... openat resumed>)             = 4</dev/vfio/5>
                8  <... ioctl resumed>)              = 0
                7  ioctl(4</dev/vfio/5>, VFIO_GROUP_SET_CONTAINER, 0x7ffc) = 0
                """;

        Judgement judgement = judge(log, "phb4-linux-6.12-64k");
        assertThat(judgement.agrees()).isTrue();
        assertThat(judgement.agreed()).isEqualTo(4);
    }

    /** -yy tells the number of a device node too. */
    @Test
    void names_with_device_numbers_are_read() {
        String log = """
                openat(AT_FDCWD</root>, "/dev/vfio/vfio", O_RDWR) = 3</dev/vfio/vfio<char 10:196>>
                ioctl(3</dev/vfio/vfio<char 10:196>>, VFIO_GET_API_VERSION, 0) = 1
                """;

        assertThat(judge(log, "phb4-linux-6.12-64k")
                        .first()
                        .orElseThrow()
                        .logged()
                        .line())
                .isEqualTo(2);
    }

    /** QEMU 7.2 with two devices, below {@code oracle exec} on phb4-linux-6.12-4k. */
    @ParameterizedTest
    @ValueSource(strings = {"exec-two-groups.jsonl", "exec-two-groups.txt"})
    void the_trace_of_exec_is_read_with_all_arguments(String trace) {
        String text = resource(trace);

        Judgement judgement = judge(text, "phb4-linux-6.12-4k");
        assertThat(judgement.first()).isEmpty();
        assertThat(judgement.counts().get(Judgement.How.FULLY)).isGreaterThanOrEqualTo(19);
        assertThat(judgement.counts()).doesNotContainKey(Judgement.How.BY_RESULT);
        Judgement.Disagreement first =
                judge(text, "ioda1-linux-4.2-64k").first().orElseThrow();
        assertThat(first.call()).isEqualTo("VFIO_IOMMU_SPAPR_TCE_REMOVE");
        assertThat(judge(text, "x86-linux-6.12-4k").agrees()).isFalse();
    }

    @Test
    void an_answer_that_somebody_edited_in_the_trace_of_exec_is_found() {
        String text = resource("exec-two-groups.txt");

        Judgement.Disagreement joined = judge(text.replace("G2 -> C1) = 0", "G2 -> C1) = EBUSY"), "phb4-linux-6.12-4k")
                .first()
                .orElseThrow();
        assertThat(joined.logged()).hasToString("VFIO_GROUP_SET_CONTAINER(G2 -> C1) = EBUSY");
        assertThat(joined.expected()).extracting(one -> one.rule().id()).contains("spapr.attach.joined");
        assertThat(judge(text.replace("open(group B as G2) = fd", "open(group B as G2) = EPERM"), "phb4-linux-6.12-4k")
                        .first()
                        .orElseThrow()
                        .logged())
                .hasToString("open(group B as G2) = EPERM");
    }

    @Test
    void what_was_made_to_fail_was_not_answered_by_the_platform() {
        String text = resource("exec-two-groups.txt")
                + "   x  VFIO_GROUP_GET_STATUS(G2) = EIO   (injected by --fail)\n"
                + "   !  VFIO_IOMMU_UNMAP_DMA(C1) = ENOTTY\n";

        Judgement judgement = judge(text, "phb4-linux-6.12-4k");
        assertThat(judgement.first()).isEmpty();
        assertThat(judgement.counts().get(Judgement.How.NOT))
                .isEqualTo(judge(resource("exec-two-groups.txt"), "phb4-linux-6.12-4k")
                                .counts()
                                .get(Judgement.How.NOT)
                        + 2);
    }

    /** A mapping keeps a device open until it is gone: by munmap of a larger range, another program, or the end of the process. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "7  munmap(0x7fff80000000, 0x100) = -1 EINVAL (Invalid argument)\n@EBUSY",
                "7  munmap(0x7fff7fff0000, 65536) = 0\n@EBUSY",
                "7  munmap(0x7fff7fff0000, 262144) = 0\n@0",
                "7  munmap(0x7fff80000000, 65536) = 0\n@0",
                "7  execve(\"/bin/true\", [\"true\"], 0x7ffd) = 0\n@0",
                "7  mmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7fff90000000\n@EBUSY"
            })
    void a_mapping_keeps_its_device_open(String then) {
        String log = """
                7  openat(AT_FDCWD, "/dev/vfio/vfio", O_RDWR) = 3</dev/vfio/vfio>
                7  openat(AT_FDCWD, "/dev/vfio/5", O_RDWR) = 4</dev/vfio/5>
                7  ioctl(4</dev/vfio/5>, VFIO_GROUP_SET_CONTAINER, 0x7ffc) = 0
                7  ioctl(3</dev/vfio/vfio>, VFIO_SET_IOMMU, 0x7) = 0
                7  ioctl(4</dev/vfio/5>, VFIO_GROUP_GET_DEVICE_FD, 0x7ffc) = 5<anon_inode:[vfio-device]>
                7  mmap(NULL, 65536, PROT_READ|PROT_WRITE, MAP_SHARED, 5<anon_inode:[vfio-device]>, 0) = 0x7fff80000000
                7  close(5<anon_inode:[vfio-device]>) = 0
                """;
        String[] parts = then.split("@", 2);
        String leave = "7  ioctl(4</dev/vfio/5>, VFIO_GROUP_UNSET_CONTAINER) = "
                + (parts[1].equals("0") ? "0" : "-1 " + parts[1] + " (Error)") + "\n";

        assertThat(judge(log + parts[0] + leave, "phb4-linux-6.12-64k").first()).isEmpty();
    }

    /** Only a request of a second process can meet that check; which processes there are is in the log. */
    @Test
    void a_container_of_one_process_is_never_foreign() {
        String log = """
                7  openat(AT_FDCWD, "/dev/vfio/vfio", O_RDWR) = 3
                7  openat(AT_FDCWD, "/dev/vfio/5", O_RDWR) = 4
                7  ioctl(4, VFIO_GROUP_SET_CONTAINER, 0x7ffc) = 0
                7  ioctl(3, VFIO_SET_IOMMU, 0x7) = 0
                7  fork() = 8
                7  ioctl(3, VFIO_IOMMU_SPAPR_REGISTER_MEMORY, 0x7ffc) = 0
                %s  ioctl(3, VFIO_IOMMU_SPAPR_REGISTER_MEMORY, 0x7ffc) = -1 EPERM (Operation not permitted)
                """;

        assertThat(judge(log.formatted("8"), "phb4-linux-6.12-64k").first()).isEmpty();
        assertThat(judge(log.formatted("7"), "phb4-linux-6.12-64k").agreed()).isEqualTo(5);
    }

    /** A second group stops a partition of this release when the container has a window: that is no outcome. */
    @Test
    void what_is_not_modelled_speaks_for_nobody_and_against_nobody() {
        String window = """
                ioctl(3, VFIO_IOMMU_SPAPR_REGISTER_MEMORY, 0x7ffc) = 0
                ioctl(3, VFIO_IOMMU_MAP_DMA, 0x7ffc) = 0
                openat(AT_FDCWD, "/dev/vfio/6\"""";
        Judgement judgement =
                judge(SECOND_GROUP.replace("openat(AT_FDCWD, \"/dev/vfio/6\"", window), "pseries-linux-6.11-64k");

        assertThat(judgement.agrees()).isTrue();
        assertThat(judgement.counts()).containsEntry(Judgement.How.NOT, 1);
    }

    @Test
    void what_was_open_before_is_not_judged() {
        LogVerdict verdict = LogVerdict.of("ioctl(9, VFIO_SET_IOMMU, 0x7) = 0\n", Map.of(), OptionalLong.empty());

        assertThat(verdict.calls()).isZero();
        assertThat(verdict.unknown()).isEqualTo(1);
    }

    /** The cases of the corpus that a log can show: one process, good pointers, no program. */
    private static List<Case> cases() {
        Corpus corpus = Corpus.at(Path.of(System.getProperty("vfiooracle.root")));
        List<Case> cases = new ArrayList<>();
        corpus.ids().forEach(id -> {
            Case performed = corpus.text(id).performed();
            if (performed.operations().stream().allMatch(LogVerdictTest::shows)
                    && performed.process().memlock().isEmpty()) {
                cases.add(performed);
            }
        });
        return cases;
    }

    private static boolean shows(Operation operation) {
        return !(operation instanceof ProgramCall
                || operation instanceof Operation.By
                || operation instanceof Operation.Fork
                || operation instanceof Operation.Exit
                || operation instanceof Operation.Ioctl
                || operation instanceof Operation.DmaRead
                || operation instanceof Operation.DmaWrite);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ioda1-linux-4.2-64k",
                "ioda2-linux-4.19-64k",
                "phb4-linux-6.12-64k",
                "pseries-linux-6.12-4k",
                "x86-linux-6.12-4k"
            })
    void a_platform_agrees_with_what_it_answers_itself(String platform) {
        Machine machine = JudgedLog.PLATFORMS.machine(PlatformId.parse(platform));
        List<String> wrong = new ArrayList<>();
        int judged = 0;
        for (Case performed : cases()) {
            if (!JudgedLog.PLATFORMS.described(performed.topology()).ordinary()) {
                continue; // a log does not tell what a host keeps for itself
            }
            Performance performance;
            try {
                performance = Performance.outcomesOnly(
                        performed, machine, JudgedLog.PLATFORMS.topology(performed.topology(), machine.profile()));
            } catch (NotModelled e) {
                continue; // nobody has such a log
            }
            Judgement judgement = judge(AsStrace.of(performance), platform);
            judged++;
            judgement
                    .first()
                    .ifPresent(first -> wrong.add(performed.id() + ": " + first + "\n" + AsStrace.of(performance)));
        }

        assertThat(wrong).isEmpty();
        assertThat(judged).isGreaterThan(100);
    }
}
