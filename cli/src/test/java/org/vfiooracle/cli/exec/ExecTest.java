// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.cli.Ran;

/** Unmodified C programs get the answers of the model, and everything else as it is. */
final class ExecTest extends ProgramTest {
    @Test
    void a_program_gets_the_answers_structs_and_registers_of_its_platform() {
        Path first = programs.compiled("first");

        Programs.Run run = programs.exec(POWER8, first.toString());

        run.oracle().ended(0);
        assertThat(run.output()).isEqualTo("""
                        version 0
                        type 7 1
                        type 1 0
                        status 0
                        flags 1
                        join 0
                        set 0
                        second 0
                        register 0
                        info 0
                        window 0 0x80000000, levels 5
                        map 0
                        unmap 0
                        create 0
                        start 0x800000000000000
                        nowhere EFAULT
                        device 0
                        regions 9, interrupts 5
                        region 0
                        registers 0
                        register 8 is 42
                        vendor 8086
                        """);
        assertThat(run.oracle().err())
                .contains("VFIO_GROUP_SET_CONTAINER(G2 -> C1) = 0   spapr.attach.joined")
                .contains("window 1: 0x800000000000000..0x80000003fffffff, 64 KiB pages")
                .contains("VFIO_IOMMU_MAP_DMA(C1, argsz 0, vaddr 0x0, iova 0x0, size 0x0, pointer unmapped) = EFAULT")
                .contains(
                        "the program ended with exit code 0", "24 calls answered by the model, 1 of them with an errno")
                .contains("| group B (1), PHB 1, 0001:01:00.0");
    }

    @Test
    void another_generation_answers_otherwise() {
        Path first = programs.compiled("first");

        Programs.Run run = programs.exec("--platform pseries-linux-5.10-4k", first.toString());

        run.oracle().ended(1);
        assertThat(run.output()).contains("set EPERM\n", "register EINVAL\n");
        assertThat(run.oracle().err()).contains("spapr.attach.v2-needs-windows");
    }

    @Test
    void on_a_pc_the_picture_tells_mappings_instead_of_windows() {
        Programs.Run run = programs.exec(
                "--platform x86-linux-5.10-4k", programs.compiled("pc").toString());

        run.oracle().ended(0);
        assertThat(run.output()).isEqualTo("""
                        negative EINVAL
                        stale EBADF
                        file EINVAL
                        join 0
                        set 0
                        map 0
                        map 0
                        """);
        assertThat(run.oracle().err())
                .contains("      | C1 2 mappings, 12 KiB mapped, group A\n")
                .containsPattern("""
                        \\+-- C1: type1v2 -+\\+
                         *\\| group A \\(0\\), PHB 0, 0000:01:00.0 +\\|
                         *\\| 2 mappings, 12 KiB mapped +\\|
                         *\\|   0x10000..0x11fff -> B1, 8 KiB, read and write +\\|
                         *\\|   0x40000..0x40fff -> B1(?:\\+0x[0-9a-f]+)?, 4 KiB, read +\\|
                         *\\+-+\\+
                        """);
    }

    @Test
    void children_hold_what_they_have_copies_of() {
        Path forks = programs.compiled("forks");

        Programs.Run run = programs.exec(POWER9, forks.toString());

        run.oracle().ended(3);
        assertThat(run.output()).isEqualTo("""
                        join 0
                        set 0
                        register 0
                        in a child EPERM
                        exit code 7
                        held by a child EBUSY
                        held by nobody 0
                        after exec 0
                        character device 1
                        closed on exec EBADF
                        0 of 100 children failed
                        afterwards 0
                        """);
    }

    @Test
    void a_number_means_what_the_kernel_says_it_is() {
        Path behind = programs.compiled("behind");

        Programs.Run run = programs.exec(POWER9, behind.toString());

        run.oracle().ended(0);
        assertThat(run.output()).isEqualTo("""
                        same number 1
                        read after fclose 0
                        same number 1
                        ioctl on a file ENOTTY
                        read after a raw close 0
                        join 0
                        read after a raw dup3 0
                        the group keeps its container 0
                        version of a raw copy 0
                        join a raw copy 0
                        version in a child, after a raw dup3 of a container 0
                        version after a raw close_range 0
                        leave after a raw close_range 0
                        read after a raw close_range 0
                        """);
        assertThat(run.oracle().err()).doesNotContain("NOT MODELLED");
    }

    @Test
    void a_program_with_an_environment_of_its_own_is_watched() {
        Path starts = programs.compiled("starts");

        Programs.Run run = programs.exec(POWER9, starts + "; env -i " + starts + " env");

        run.oracle().ended(0);
        assertThat(run.output()).isEqualTo("""
                        execve 0
                        execve 0
                        execle 0
                        fexecve 0
                        posix_spawn 0
                        execve 0
                        execv after clearenv 0
                        execl after clearenv 0
                        env 0
                        """);
    }

    @Test
    void a_program_that_cannot_be_watched_is_named() throws IOException {
        Path source = folder.resolve("static.c");
        Files.writeString(source, "int main(void) { return 0; }\n");
        Path made = programs.compiled(List.of(source), "-static");

        Ran.of("exec", "--platform", "phb4-linux-6.12-4k", "--", made.toString())
                .ended(0)
                .said(
                        "warning: " + made + " is linked statically, so its calls cannot be watched",
                        "link it dynamically");
        Ran.of("exec", "--platform", "phb4-linux-6.12-4k", "--require-calls", "--", "true")
                .ended(2)
                .said("no VFIO call was seen");
    }

    @Test
    void a_run_lasts_as_long_as_somebody_has_a_descriptor_of_it() {
        Path daemon = programs.compiled("daemon");

        Programs.Run run = programs.exec(POWER9, daemon.toString());

        run.oracle().ended(0);
        assertThat(run.output()).isEqualTo("version 0\nin the child 0\nready\n");
    }

    @Test
    void threads_with_little_stack_do_not_meet_each_other() {
        Path threads = programs.compiled("threads");

        Programs.Run run = programs.exec(POWER9, threads.toString());

        run.oracle().ended(0);
        assertThat(run.output()).isEqualTo("0 of 480 failed\n");
    }

    @Test
    void names_below_an_opened_folder_lead_where_they_should(@TempDir Path elsewhere) {
        Path folder = programs.compiled("folder");

        Programs.Run run = programs.exec(POWER9, folder + " " + elsewhere);

        run.oracle().ended(0);
        assertThat(run.output()).isEqualTo("""
                        group 0
                        container 0
                        it is a character device 1
                        a plain file of that name 0
                        it is a character device 0
                        nothing below /dev ENOENT
                        with detours 0
                        back over a folder 0
                        relative to /dev 0
                        with detours 0
                        relative to /dev/vfio 0
                        group 0
                        a plain file of that name 0
                        """);
    }

    @Test
    void a_program_without_vfio_runs_as_ever() {
        Programs.Run run = programs.exec(POWER9, "echo hello; cat /proc/self/comm; exit 5");

        run.oracle().ended(5).said("no VFIO call was seen", "the program ended with exit code 5");
        assertThat(run.output()).isEqualTo("hello\ncat\n");
    }

    @Test
    void a_program_begins_without_an_error() {
        Path errors = programs.compiled("errors");

        Programs.Run run = programs.exec(POWER9, errors.toString());

        run.oracle().ended(0);
        assertThat(run.output()).isEqualTo("errno 0\nerrno 0\n");
    }

    @Test
    void a_program_sees_the_devices_of_the_topology() {
        Programs.Run run = programs.exec(
                POWER9,
                "ls /sys/bus/pci/devices /dev/vfio; readlink /sys/bus/pci/devices/0001:01:00.0/iommu_group;"
                        + " cat /sys/bus/pci/devices/0001:01:00.0/vendor; realpath /sys/bus/pci/devices/0001:01:00.0;"
                        + " ls /sys/kernel/iommu_groups/1/devices; stat -c %F /dev/vfio/1");

        run.oracle().ended(0);
        assertThat(run.output()).isEqualTo("""
                        /dev/vfio:
                        0
                        1
                        vfio

                        /sys/bus/pci/devices:
                        0000:01:00.0
                        0001:01:00.0
                        ../../../kernel/iommu_groups/1
                        0x8086
                        /sys/devices/pci0001:00/0001:01:00.0
                        0001:01:00.0
                        character special file
                        """);
    }

    @Test
    void a_run_is_recorded_as_a_fixture_that_others_take() throws IOException {
        String first = programs.compiled("first").toString();
        Path fixture = folder.resolve("first.yaml");
        Path trace = folder.resolve("trace.jsonl");
        Path picture = folder.resolve("picture.svg");

        Programs.Run run = programs.exec(
                POWER8 + " --record " + fixture + " --id EXEC-007.first --trace " + trace + " --picture " + picture,
                first);

        run.oracle().ended(0).said("wrote " + fixture);
        assertThat(run.oracle().err()).doesNotContain("VFIO_SET_IOMMU");
        assertThat(Files.readAllLines(trace))
                .filteredOn(line -> line.contains("\"what\":\"call\""))
                .hasSize(24);
        assertThat(picture).content().startsWith("<svg").contains("spapr-tce-v2");
        Ran.of("diff", fixture.toString(), fixture.toString()).ended(0);
        Ran predicted = Ran.of("predict", fixture.toString()).ended(0);
        assertThat(predicted.out()).isEqualTo(Files.readString(fixture));
        programs.exec(POWER8 + " --expect " + fixture, first).oracle().ended(0).said("the calls match");
        programs.exec("--platform pseries-linux-5.10-4k --expect " + fixture, first)
                .oracle()
                .ended(1)
                .said(
                        "the calls differ",
                        "the program ended with exit code 1",
                        "call 9 of the trace, 9 of the file:",
                        "- VFIO_SET_IOMMU(C1, type 7) = 0",
                        "    effect bypass-off group A",
                        "+ VFIO_SET_IOMMU(C1, type 7) = EPERM",
                        "    rule spapr.attach.v2-needs-windows: A v2 container refuses a group that does not");
    }

    @Test
    void faults_and_deviations_are_injected() {
        String first = programs.compiled("first").toString();

        Programs.Run fault = programs.exec(POWER8 + " --fail VFIO_IOMMU_SPAPR_TCE_CREATE:ENOSPC:1", first);
        Programs.Run fixed = programs.exec(
                "--platform phb4-linux-6.12-4k --without-deviation spapr.detach-clears-shared-tables", first);

        fault.oracle().ended(0).said("(injected by --fail)", "1 failed by --fail");
        assertThat(fault.output()).contains("create ENOSPC\n");
        fixed.oracle().ended(0);
        assertThat(fixed.oracle().err()).doesNotContain("spapr.detach-clears-shared-tables");
    }

    @Test
    void a_program_is_told_the_pages_of_its_platform() {
        String pages = programs.compiled("pages").toString();

        Programs.Run small = programs.exec(POWER9, pages);
        Programs.Run large = programs.exec("--platform phb4-linux-6.12-64k", pages);

        assertThat(List.of(small, large)).extracting(Programs.Run::output).containsExactly(told(4096), told(65536));
        small.oracle().ended(0);
        large.oracle().ended(0).said("this host has pages of 4096 bytes; the program is told that they have 65536");
    }

    private static String told(int page) {
        return """
                getpagesize PAGE
                sysconf PAGE
                getauxval PAGE
                new memory at pages
                join 0
                set 0
                register 0
                """.replace("PAGE", Integer.toString(page));
    }

    @Test
    void what_is_wrong_is_told_before_anything_runs() {
        List.of(
                        List.of("exec " + POWER9 + " -- /no/such/program", "no such command or file"),
                        List.of("exec " + POWER9 + " --topology none -- true", "no topology is named \"none\""),
                        List.of("exec " + POWER9 + " --fail open -- true", "CALL:ERRNO"),
                        List.of("exec " + POWER9 + " --fail open:EFROB -- true", "EFROB", "EPERM"),
                        List.of("exec " + POWER9 + " --fail frob:EIO -- true", "frob", "VFIO_SET_IOMMU"),
                        List.of(
                                "exec " + POWER9 + " --fail close:EIO -- true",
                                "expected a call that can be made to fail"),
                        List.of("exec " + POWER9 + " --id x -- true", "--id", "ATTACH-012"),
                        List.of("exec " + POWER9 + " --deviation frob -- true", "deviation", "frob"),
                        List.of("exec " + POWER9 + " --expect none.yaml -- true", "none.yaml"))
                .forEach(typed -> Ran.of(typed.get(0).split(" "))
                        .ended(2)
                        .said(typed.subList(1, typed.size()).toArray(String[]::new)));
    }
}
