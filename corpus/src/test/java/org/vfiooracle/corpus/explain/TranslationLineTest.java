// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.Mapping;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Type1;
import org.vfiooracle.engine.topology.Group;
import org.vfiooracle.engine.topology.Topology;

final class TranslationLineTest {
    private static final State NOTHING = State.initial(
            new Topology("made", 0x1000_0000L, List.of(new Group("A", 0, 1, 10), new Group("B", 0, 1, 10))),
            Process.UNLIMITED);

    @Test
    void a_container_of_type1_says_how_much_it_maps() {
        Container empty = Container.open("C1").with("A").with("B").with(Type1.open(3));
        Container one = Container.open("C1").with("A").with(Type1.open(1).with(mapping(0, 0x1000, 3, false)));

        assertThat(TranslationLine.of(NOTHING.with(empty))).containsExactly("C1 nothing mapped, groups B A");
        assertThat(TranslationLine.of(NOTHING.with(one))).containsExactly("C1 1 mapping, 4 KiB mapped, group A");
    }

    @Test
    void a_container_without_driver_has_no_line() {
        assertThat(TranslationLine.of(NOTHING.with(Container.open("C1").with("A"))))
                .isEmpty();
    }

    @Test
    void a_mapping_tells_addresses_size_and_access() {
        assertThat(new MappingLine(mapping(0, 0x10_0000, 3, false)).text())
                .isEqualTo("0x0..0xfffff -> B1+0x0, 1 MiB, read and write");
        assertThat(new MappingLine(mapping(0xffff_ffff_ffff_f000L, 0x1000, 1, true)).text())
                .isEqualTo("0xfffffffffffff000..0xffffffffffffffff -> B1+0x0, 4 KiB, read, address invalidated");
        assertThat(new MappingLine(mapping(0, 0x1000, 2, false)).text()).endsWith(", write");
    }

    private static Mapping mapping(long iova, long size, long flags, boolean invalid) {
        return new Mapping(iova, size, new Address.InBuffer("B1", 0), flags, "", "", invalid);
    }
}
