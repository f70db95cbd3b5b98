// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.cli.Ran;
import org.vfiooracle.cli.TestCheckout;

/** Programs that do what few programs do. */
final class ExecTortureTest extends ProgramTest {
    @Test
    void a_device_stays_open_while_its_registers_are_mapped() {
        Path mapped = programs.compiled("mapped");

        Programs.Run run = programs.exec(POWER9, mapped.toString());

        run.oracle().ended(0).said("mmap(D1, region 0 as M1) = 0   device.mapped", "munmap(M1) = 0   device.unmapped");
        String once = """
                join 0
                register 8 is 42
                mapped EBUSY
                unmapped 0
                join 0
                unmapped and open EBUSY
                closed 0
                join 0
                mapped in a child EBUSY
                the child has ended 0
                """;
        assertThat(run.output()).isEqualTo(once + "join 0\nthe group is busy EBUSY\n" + once);
    }

    @Test
    void names_lead_where_the_kernel_would_lead_them(@TempDir Path own) {
        Path names = programs.compiled("names");

        Programs.Run run = programs.exec(POWER9, names + " " + own);

        run.oracle().ended(0);
        assertThat(run.output()).isEqualTo("""
                        a link 0
                        a link to a link 0
                        below a link to the folder 0
                        it is a character device 1
                        it can be opened 0
                        a link to nothing ENOENT
                        a link to itself ELOOP
                        a stream 0
                        a stream on a link 0
                        openat2 0
                        openat2 of a file 0
                        syscall of openat 0
                        syscall of ioctl 0
                        io_uring ENOSYS
                        configuration space 1
                        back over a link of sysfs 0
                        """);
    }

    @Test
    void a_device_of_a_topology_says_what_it_is() throws IOException {
        String described = Files.readString(TestCheckout.REAL.resolve("fixtures/topologies/two-phbs.yaml"))
                .replace("two-phbs", "mine");
        Path mine = Files.writeString(
                folder.resolve("mine.yaml"),
                described.replaceFirst("e1000e", "'10df:f400 class 0c0400 bars 0x2000,0,0x40000'"));
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), described.replaceFirst("e1000e", "ixgbe"));

        Programs.Run run = programs.exec(
                POWER9 + " --topology " + mine,
                "cat /sys/bus/pci/devices/0000:01:00.0/vendor /sys/bus/pci/devices/0000:01:00.0/class;"
                        + " cut -d ' ' -f 2 /sys/bus/pci/devices/0000:01:00.0/resource | head -3");

        run.oracle().ended(0);
        assertThat(run.output()).isEqualTo("""
                        0x10df
                        0x0c0400
                        0x0000000000001fff
                        0x0000000000000000
                        0x000000000003ffff
                        """);
        Ran.of("exec", "--platform", "phb4-linux-6.12-4k", "--topology", wrong.toString(), "--", "true")
                .ended(2)
                .said("wrong.yaml, device A.0", "found:    ixgbe", "VENDOR:DEVICE");
    }

    @Test
    void ls_has_nothing_to_complain_of() {
        Programs.Run run = programs.exec(
                POWER9, "ls -l /dev/vfio /sys/bus/pci/devices/ /sys/bus/pci/devices/0000:01:00.0/ | grep -c -v ' -> '");

        run.oracle().ended(0);
        assertThat(run.output()).matches("[0-9]+\n");
    }
}
