// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.exec.host.HostNames;

final class SysfsSurveyTest {
    private static final String NIC = "devices/pci0030:00/0030:01:00.0/";

    @TempDir
    private Path sys;

    private SysfsFolder folder;

    @BeforeEach
    void one_network_card_behind_a_bridge() {
        folder = new SysfsFolder(sys)
                .device("pci0030:00", "0030:00:00.0", "1014:04c1", "060400")
                .device("pci0030:00", "0030:01:00.0", "8086:10fb", "020000")
                .group(5, "pci0030:00", "0030:01:00.0")
                .file(NIC + "resource", """
                        0x0006000000000000 0x000600000007ffff 0x0000000000140204
                        0x0000000000000000 0x0000000000000000 0x0000000000000000
                        0x000000000000e000 0x000000000000e01f 0x0000000000040101
                        0x0000000000000000 0x0000000000000000 0x0000000000000000
                        0x0006000000080000 0x0006000000083fff 0x0000000000140204
                        0x0000000000000000 0x0000000000000000 0x0000000000000000
                        0x0006000000090000 0x000600000009ffff 0x0000000000046200
                        """)
                .file("devices/pci0030:00/0030:00:00.0/resource", "")
                .file(NIC + "reset_method", "flr bus\n")
                .file("devices/system/memory/block_size_bytes", "10000000\n")
                .file("devices/system/memory/memory255/state", "online\n");
    }

    @Test
    void a_computer_becomes_a_topology() {
        assertThat(folder.text()).isEqualTo("""
                        # A real computer, as oracle topology found it. Source: SYS
                        # 1 group, 1 device, 1 PHB; left out: 1 bridge, 0 devices in no IOMMU group
                        topology: 'mine'
                        # the end of the last block in devices/system/memory
                        ram: '0x1000000000'
                        groups:
                          - alias: 'A'
                            # IOMMU group 5, below pci0030:00
                            number: 5
                            phb: 0
                            devices:
                              - address: '0030:01:00.0'
                                model: '8086:10fb class 020000 bars 0x80000/64,0,0x20/io,0,0x4000/64'
                                # reset_method: flr bus
                                reset: own
                        """);
    }

    @Test
    void exec_takes_the_file_and_calls_everything_as_the_computer_does() {
        for (int i = 0; i < 30; i++) {
            String address = String.format(Locale.ROOT, "0000:%02x:00.0", i);
            folder.device("pci0000:00", address, "10de:20b0", "030200").group(100 + i, "pci0000:00", address);
        }

        Topology read = Platforms.load().with(folder.text(), "mine.yaml").described("mine");

        HostNames names = new HostNames(read);
        assertThat(read.phbs()).isEqualTo(2);
        assertThat(names.devices()).hasSize(31);
        assertThat(names.group("5")).contains("A");
        assertThat(names.at("0000:0d:00.0").orElseThrow().alias()).isEqualTo("O.0");
        assertThat(names.number("AE")).isEqualTo(129);
    }

    @Test
    void a_bus_that_is_reset_and_no_reset_at_all_are_told_apart() {
        folder.device("pci0000:00", "0000:01:00.0", "10de:20b0", "030200")
                .group(1, "pci0000:00", "0000:01:00.0")
                .file(NIC + "reset_method", "bus\n");

        assertThat(folder.text())
                .contains("# reset_method: bus\n        reset: bus", "# no reset_method\n        reset: none");
    }

    @Test
    void what_an_old_kernel_does_not_say_is_said() {
        new SysfsFolder(sys.resolve("old"))
                .device("pci0000:00", "0000:01:00.0", "10de:20b0", "030200")
                .link("devices/pci0000:00/0000:01:00.0/iommu_group", "../../../kernel/iommu_groups/9");

        Survey survey = SysfsSurvey.of(sys.resolve("old"), "OLD");

        assertThat(survey.gaps())
                .containsExactly(
                        "no reset_method, which Linux has since 5.15: each device counts as one that resets alone",
                        "no file resource for 1 of 1 devices: they have no BARs");
        assertThat(survey.ram()).isEmpty();
        assertThat(survey.devices().get(0).group()).hasValue(9);
    }

    @Test
    void a_copy_that_tar_has_made_ends_in_zeros_and_is_read() {
        folder.file(NIC + "vendor", "0x8086\n" + "\0".repeat(4089))
                .file(NIC + "reset_method", "pm\n" + "\0".repeat(4093));

        assertThat(folder.text()).contains("8086:10fb", "# reset_method: pm\n");
    }

    @Test
    void memory_is_that_of_the_nodes_where_there_are_no_blocks() {
        SysfsFolder other = new SysfsFolder(sys.resolve("other"))
                .device("pci0000:00", "0000:01:00.0", "10de:20b0", "030200")
                .group(0, "pci0000:00", "0000:01:00.0")
                .file("devices/system/node/node0/meminfo", "Node 0 MemTotal:       33554432 kB\n")
                .file("devices/system/node/node8/meminfo", "Node 8 MemTotal:       33554432 kB\n");

        assertThat(other.text()).contains("MemTotal of all nodes", "ram: '0x1000000000'");
    }

    @Test
    void what_is_no_sysfs_is_refused_with_the_place_and_a_hint() {
        Path other = sys.resolve("other");
        new SysfsFolder(other)
                .file("empty/file", "")
                .link("dangling/bus/pci/devices/0000:01:00.0", "nowhere")
                .link("loop/bus/pci/devices/0000:01:00.0", "0000:01:00.0")
                .file("names/bus/pci/devices/a\u001b[31m/vendor", "")
                .link("outer/sys", "../..");

        for (List<String> each : List.of(
                List.of("nothing", "a folder with bus/pci/devices", "no such folder"),
                List.of("empty/file", "a folder with bus/pci/devices", "a file"),
                List.of("empty", "PCI devices in bus/pci/devices", "no such folder"),
                List.of("dangling", "0000:01:00.0", "a link that leads nowhere"),
                List.of("loop", "0000:01:00.0", "a link that leads nowhere"),
                List.of("names", "addresses such as", "a\\x1b[31m"),
                List.of("outer", "did you mean outer/sys?"))) {
            assertThatThrownBy(() -> SysfsSurvey.of(other.resolve(each.get(0)), each.get(0)))
                    .as(each.get(0))
                    .isInstanceOf(NotSurveyed.class)
                    .hasMessageContainingAll(each.toArray(String[]::new));
        }
    }

    @Test
    void files_with_something_else_in_them_are_refused() {
        folder.file(NIC + "vendor", "\u0001garbage\n");
        assertThatThrownBy(folder::text)
                .hasMessageContainingAll("0030:01:00.0/vendor", "such as 0x8086", "\\x01garbage");

        folder.file(NIC + "vendor", "0x18086\n");
        assertThatThrownBy(folder::text).hasMessageContainingAll("0030:01:00.0/vendor", "0x18086");

        folder.file(NIC + "vendor", "0x8086\n").file(NIC + "resource", "0x0 0x0 0x0\nhello\n");
        assertThatThrownBy(folder::text).hasMessageContainingAll("resource:2", "three numbers", "hello");
    }

    @Test
    void a_computer_without_groups_is_refused() {
        new SysfsFolder(sys.resolve("plain")).device("pci0000:00", "0000:01:00.0", "10de:20b0", "030200");

        assertThatThrownBy(() -> SysfsSurvey.of(sys.resolve("plain"), "PLAIN"))
                .hasMessageContainingAll("PLAIN/kernel/iommu_groups", "PCI devices in all: 1", "intel_iommu=on");
    }
}
