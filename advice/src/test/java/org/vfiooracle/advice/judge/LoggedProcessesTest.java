// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vfiooracle.advice.judge.JudgedLog.judge;
import static org.vfiooracle.advice.judge.JudgedLog.resource;

import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has a descriptor, in a log of several processes and threads. */
final class LoggedProcessesTest {
    /** strace -e trace=openat,ioctl,close shows no clone. */
    @Test
    void threads_share_descriptors_though_their_beginning_was_not_logged() {
        String log = """
                7  openat(AT_FDCWD, "/dev/vfio/vfio", O_RDWR) = 3
                8  openat(AT_FDCWD, "/dev/vfio/5", O_RDWR) = 4
                9  ioctl(4, VFIO_GROUP_SET_CONTAINER, 0x7ffc) = 0
                9  ioctl(3, VFIO_SET_IOMMU, 0x7) = 0
                """;

        LogVerdict verdict = LogVerdict.of(log, Map.of(), OptionalLong.empty());
        assertThat(verdict.calls()).isEqualTo(4);
        assertThat(verdict.unknown()).isZero();
    }

    @Test
    void the_end_of_a_process_closes_what_only_its_threads_had() {
        String log = """
                7  openat(AT_FDCWD, "/dev/vfio/vfio", O_RDWR) = 3
                7  openat(AT_FDCWD, "/dev/vfio/5", O_RDWR) = 4
                7  clone(child_stack=0x7f, flags=CLONE_VM|CLONE_FILES|CLONE_THREAD) = 8
                7  fork() = 9
                8  exit_group(0) = ?
                9  close(4) = 0
                9  openat(AT_FDCWD, "/dev/vfio/5", O_RDWR) = 5
                """;

        Judgement judgement = judge(log, "phb4-linux-6.12-64k");
        assertThat(judgement.agrees()).isTrue();
        assertThat(judgement.agreed()).isEqualTo(4);
    }

    /** The agent of the Linux adapter below strace -f, on an emulated PC. */
    @Test
    void a_process_that_is_killed_closes_its_files() {
        Judgement judgement = judge(resource("killed-child.strace"), "x86-linux-6.12-4k");

        assertThat(judgement.first()).isEmpty();
        assertThat(judgement.agreed()).isEqualTo(9);
    }

    /** The pointer of an interrupted request stands where it returned, after a comma; strace 4 put a space before that. */
    @ParameterizedTest
    @ValueSource(strings = {"resumed>, 0x2ac2b1e0)  = ", "resumed> , 0x2ac2b1e0) = "})
    void a_request_that_was_interrupted_is_judged(String resumed) {
        String log = """
                7  openat(AT_FDCWD, "/dev/vfio/vfio", O_RDWR) = 3
                7  openat(AT_FDCWD, "/dev/vfio/5", O_RDWR) = 4
                8  ioctl(4</dev/vfio/5>, VFIO_GROUP_SET_CONTAINER <unfinished ...>
                7  write(1, "x", 1) = 1
                8  <... ioctl %s0
                7  ioctl(3, VFIO_SET_IOMMU, 0x7) = 0
                8  ioctl(4</dev/vfio/5>, VFIO_GROUP_GET_DEVICE_FD <unfinished ...>
                8  <... ioctl %s5
                8  ioctl(5<anon_inode:[vfio-device]>, VFIO_DEVICE_GET_INFO, 0x7ffc) = 0
                """.formatted(resumed, resumed);

        LogVerdict verdict = LogVerdict.of(log, Map.of(), OptionalLong.empty());
        assertThat(verdict.calls()).isEqualTo(6);
        assertThat(verdict.unknown()).isZero();
        assertThat(judge(log, "phb4-linux-6.12-64k").first()).isEmpty();
        String edited = log.replace(resumed + "0", resumed + "-1 EBUSY (Device or resource busy)");
        assertThat(judge(edited, "phb4-linux-6.12-64k")
                        .first()
                        .orElseThrow()
                        .logged()
                        .line())
                .isEqualTo(5);
    }

    @Test
    void a_child_inherits_though_its_parent_is_told_late() {
        String log = """
                7  openat(AT_FDCWD, "/dev/vfio/vfio", O_RDWR) = 3
                7  openat(AT_FDCWD, "/dev/vfio/5", O_RDWR) = 4
                7  clone(child_stack=NULL, flags=SIGCHLD <unfinished ...>
                8  close(4) = 0
                7  <... clone resumed>, child_tidptr=0x15306650) = 8
                9  openat(AT_FDCWD, "/dev/vfio/5", O_RDWR) = -1 EBUSY (Device or resource busy)
                7  exit_group(0) = ?
                9  openat(AT_FDCWD, "/dev/vfio/5", O_RDWR) = 5
                """;

        assertThat(judge(log, "phb4-linux-6.12-64k").first()).isEmpty();
    }

    /** Without -o a process is not named as long as it is the only one. */
    @Test
    void the_first_process_is_the_same_once_it_is_named() {
        String log = """
                openat(AT_FDCWD, "/dev/vfio/5", O_RDWR) = 4
                clone(child_stack=NULL, flags=SIGCHLD <unfinished ...>
                strace: Process 8 attached
                [pid     8] close(4)                    = 0
                [pid     7] <... clone resumed>, child_tidptr=0x15306650) = 8
                [pid     8] openat(AT_FDCWD, "/dev/vfio/5", O_RDWR) = -1 EBUSY (Device or resource busy)
                [pid     7] +++ killed by SIGKILL +++
                openat(AT_FDCWD, "/dev/vfio/5", O_RDWR) = 5
                """;

        Judgement judgement = judge(log, "phb4-linux-6.12-64k");
        assertThat(judgement.first()).isEmpty();
        assertThat(judgement.agreed()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8  execve(\"/bin/true\", [\"true\"], 0x7ffd /* 9 vars */) = 0",
                "8  close_range(3, 4294967295, 0) = 0",
                "8  close_range(3, ~0U, 0) = 0",
                "8  dup2(2, 4) = 4",
                "8  +++ exited with 0 +++",
                "8  +++ killed by SIGSEGV (core dumped) +++"
            })
    void what_closes_a_descriptor_by_the_way_is_seen(String closing) {
        String log = """
                7  openat(AT_FDCWD, "/dev/vfio/5", O_RDWR|O_CLOEXEC) = 4
                7  fork() = 8
                7  close(4) = 0
                9  openat(AT_FDCWD, "/dev/vfio/5", O_RDWR) = -1 EBUSY (Device or resource busy)
                %s
                9  openat(AT_FDCWD, "/dev/vfio/5", O_RDWR) = 4
                """.formatted(closing);

        Judgement judgement = judge(log, "phb4-linux-6.12-64k");
        assertThat(judgement.first()).isEmpty();
        assertThat(judgement.agreed()).isEqualTo(4);
        assertThat(judge(log.replace(closing + "\n", ""), "phb4-linux-6.12-64k").first())
                .isPresent();
    }
}
