// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.platforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.topology.Group;
import org.vfiooracle.engine.topology.Topology;

final class PlatformsTest {
    private static final String DEVICE = "      - model: edu\n        reset: own\n";
    private static final Map<String, String> DEVICES = Map.of(
            "x", DEVICE,
            "y", DEVICE + "        address: '0000:3b:00.0'\n",
            "z", DEVICE + "        address: '3b:00.0'\n");

    private static final Path ROOT = Path.of(System.getProperty("vfiooracle.root"));

    private final Platforms platforms = Platforms.load();

    @Test
    void every_platform_of_the_corpus_has_a_machine() {
        List<PlatformId> corpus = platforms.corpus(ROOT);

        assertThat(corpus).hasSizeBetween(9, 32).isSorted();
        assertThat(corpus).allSatisfy(id -> assertThat(
                        platforms.machine(id).profile().id().generation())
                .isEqualTo(id.generation()));
    }

    @Test
    void a_series_means_the_point_release_that_is_pinned() {
        assertThat(profile("phb4-linux-6.12-4k").id()).hasToString("phb4-linux-6.12.95-4k");
        assertThat(profile("phb4-linux-6.12.117-4k").id()).hasToString("phb4-linux-6.12.117-4k");
        assertThat(profile("ioda2-linux-4.2-64k").id()).hasToString("ioda2-linux-4.2.8-64k");
        assertThat(profile("ioda1-linux-4.3-64k").id()).hasToString("ioda1-linux-4.3-64k");
    }

    @Test
    void a_machine_that_announces_the_pinned_release_is_a_platform_of_the_corpus() {
        List<PlatformId> corpus = platforms.corpus(ROOT);

        assertThat(platforms.named(PlatformId.parse("phb4-linux-6.12.95-4k"), corpus))
                .hasValue(PlatformId.parse("phb4-linux-6.12-4k"));
        assertThat(platforms.named(PlatformId.parse("phb4-linux-6.12.96-4k"), corpus))
                .isEmpty();
    }

    @Test
    void page_sizes_of_windows_depend_on_the_release() {
        assertThat(profile("ioda2-linux-4.2-64k").hardware().pageShifts()).containsExactly(12, 16, 24);
        assertThat(profile("ioda2-linux-6.12-4k").hardware().pageShifts()).containsExactly(12, 16, 24, 28);
        assertThat(profile("phb4-linux-6.12-4k").hardware().pageShifts()).containsExactly(12, 16, 21, 30);
    }

    @Test
    void sharing_ownership_and_number_of_tables_are_separate_facts() {
        Hardware p5ioc2 = profile("p5ioc2-linux-4.2-64k").hardware();
        Hardware phb4 = profile("phb4-linux-6.12-4k").hardware();

        assertThat(p5ioc2.groupPerPhb()).isTrue();
        assertThat(p5ioc2.handsOverOwnership()).isFalse();
        assertThat(p5ioc2.bootWindow()).isEqualTo(Hardware.BootWindow.HUB);
        assertThat(phb4.tableShareable()).isTrue();
        assertThat(phb4.secondWindowStart()).isEqualTo(1L << 59);
        assertThat(phb4.dma32Size()).isEqualTo(0x8000_0000L);
    }

    @Test
    void byte_order_is_a_fact_of_the_generation() {
        assertThat(profile("ioda1-linux-4.1-64k").bigEndian()).isTrue();
        assertThat(profile("ioda2-linux-4.1-64k").bigEndian()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            p5ioc2-linux-4.6-64k | p5ioc2-linux-4.6-64k never existed: P5IOC2 support was removed in Linux 4.6
            ioda1-linux-6.12-4k  | ioda1-linux-6.12-4k never existed: IODA1 support was removed in Linux 6.5
            phb4-linux-4.2-64k   | phb4-linux-4.2-64k never existed: PHB4 is supported since Linux 4.11
            phb9-linux-6.12-4k   | phb9-linux-6.12-4k: no generation is named "phb9"; known: ioda1, ioda2, p5ioc2, phb4, phb5, pseries, x86
            x86-linux-6.12-64k   | x86-linux-6.12-64k: x86 has no kernels with pages of 64k; it has 4k
            ioda2-linux-7.4-64k  | ioda2-linux-7.4-64k: Linux 7.4 is not modelled yet on ioda2, only 4.1..6.6, 6.8..7.3; see docs/reference/scope.md
            ioda2-linux-5.20-64k | ioda2-linux-5.20-64k never existed: after Linux 5.19 came 6.0
            """)
    void a_platform_that_cannot_be_computed_is_refused_with_the_reason(String id, String reason) {
        PlatformId platform = PlatformId.parse(id);

        assertThatThrownBy(() -> platforms.profile(platform))
                .isInstanceOf(PlatformRefused.class)
                .hasMessage(reason);
    }

    @Test
    void six_groups_are_on_three_bridges() {
        Topology topology = platforms.topology("six-groups", profile("phb4-linux-6.12-4k"));

        assertThat(topology.ramBytes()).isEqualTo(0xc000_0000L);
        assertThat(topology.groups()).extracting(Group::alias).containsExactly("A", "B", "C", "D", "E", "F");
        assertThat(topology.groups()).extracting(Group::phb).containsExactly(0, 0, 0, 1, 2, 2);
        assertThat(topology.groups())
                .extracting(group -> group.devices().size())
                .containsExactly(1, 1, 2, 1, 2, 1);
        assertThat(topology.groups()).extracting(Group::weight).containsExactly(10, 10, 20, 10, 20, 10);
    }

    @Test
    void a_host_keeps_devices_and_nodes_for_itself() {
        Topology shared = platforms.topology("shared-host", profile("p5ioc2-linux-4.2-64k"));

        assertThat(shared.groups())
                .filteredOn(group -> !group.viable())
                .extracting(Group::alias)
                .containsExactly("C", "E");
        assertThat(shared.groups())
                .filteredOn(group -> !group.permitted())
                .extracting(Group::alias)
                .containsExactly("B");
        assertThat(shared.ordinary()).isFalse();
        assertThat(platforms.described("no-interrupt-remapping").ordinary()).isFalse();
        assertThat(platforms.described("six-groups").ordinary()).isTrue();
    }

    @Test
    void a_device_has_a_driver_of_the_host_or_vfio() {
        String text = "topology: t\nram: '0x1000'\ngroups:\n  - alias: A\n    phb: 0\n    devices:\n"
                + "      - model: edu\n        reset: bus\n        driver: uio\n";

        assertThatThrownBy(() -> platforms.with(text, "t.yaml"))
                .isInstanceOf(YamlProblem.class)
                .hasMessage("t.yaml:9:17: expected vfio or host at groups[0].devices[0].driver, found \"uio\"");
    }

    @Test
    void where_a_bridge_is_a_group_each_group_has_its_own() {
        Topology byProfile = platforms.topology("six-groups", profile("p5ioc2-linux-4.2-64k"));
        Topology byName = platforms.topology("six-groups", PlatformId.parse("p5ioc2-linux-4.2-64k"));

        assertThat(byProfile.groups()).extracting(Group::phb).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(byName).isEqualTo(byProfile);
    }

    @Test
    void an_unknown_topology_is_refused_with_those_that_exist() {
        Profile profile = profile("phb4-linux-6.12-4k");

        assertThatThrownBy(() -> platforms.topology("seven-groups", profile))
                .isInstanceOf(PlatformRefused.class)
                .hasMessage(
                        "no topology is named \"seven-groups\"; known: no-interrupt-remapping, one-phb, shared-host, six-groups, six-groups-64g, two-phbs");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A x, A x     | A twice
            A 3 x, B x   | a number for every group, or for none at groups, found 1 of 2
            A 3 x, B 3 x | 3 twice
            A x y        | an address for every device, or for none at groups, found 1 of 2
            A y y        | 0000:3b:00.0 twice
            A z          | an address such as 0000:3b:00.0 at groups[0].devices[0].address, found "3b:00.0"
            """)
    void names_of_a_machine_are_there_once_and_for_all_or_for_none(String groups, String complaint) {
        StringBuilder text = new StringBuilder("topology: made\nram: '0x1000'\ngroups:\n");
        for (String group : groups.split(", ", -1)) {
            text.append("  - alias: ").append(group.charAt(0)).append("\n    phb: 0\n");
            text.append(group.contains("3") ? "    number: 3\n" : "").append("    devices:\n");
            for (String device : group.split("", -1)) {
                text.append(DEVICES.getOrDefault(device, ""));
            }
        }

        assertThatThrownBy(() -> platforms.with(text.toString(), "made.yaml"))
                .isInstanceOf(YamlProblem.class)
                .hasMessageContaining(complaint);
    }

    private Profile profile(String id) {
        return platforms.profile(PlatformId.parse(id));
    }
}
