// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.topology.Device;
import org.vfiooracle.engine.topology.Group;
import org.vfiooracle.engine.topology.Topology;

final class HostNamesTest {
    @Test
    void without_names_of_its_machine_a_group_has_its_ordinal_and_a_device_its_place() {
        Group many = new Group("B", 1, Collections.nCopies(10, Device.ANY), 10, true, OptionalInt.empty());
        HostNames names = new HostNames(new Topology("made", 0x1000, List.of(new Group("A", 1, 1, 10), many)));

        assertThat(names.at("0001:01:00.0").orElseThrow().alias()).isEqualTo("A.0");
        assertThat(names.device("B.9").orElseThrow().address()).isEqualTo("0001:02:01.1");
        assertThat(names.group("1")).contains("B");
        assertThat(names.group("01")).isEmpty();
        assertThat(names.number("B")).isEqualTo(1);
    }
}
