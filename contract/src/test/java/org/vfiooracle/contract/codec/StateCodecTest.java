// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.GroupState;
import org.vfiooracle.engine.state.Handle;
import org.vfiooracle.engine.state.Mapping;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.state.Region;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Tces;
import org.vfiooracle.engine.state.Type1;
import org.vfiooracle.engine.state.Window;
import org.vfiooracle.engine.topology.Group;
import org.vfiooracle.engine.topology.Topology;

final class StateCodecTest {
    private static final Topology TOPOLOGY =
            new Topology("made", 0x1000_0000L, List.of(new Group("A", 0, 1, 10), new Group("B", 0, 1, 10)));

    private static final Region.Key FIRST = key(0x0);
    private static final Region.Key SECOND = key(0x1000);

    @Test
    void what_was_written_is_written_again_after_reading() {
        State state = busy();

        Map<String, Object> tree = StateCodec.encode(state);

        assertThat(StateCodec.encode(read(tree))).isEqualTo(tree);
    }

    @Test
    void what_only_the_model_remembers_is_not_written() {
        Map<String, Object> tree = StateCodec.encode(busy());

        assertThat(tree.keySet()).containsExactly("locked_pages", "groups", "containers", "regions");
        assertThat(read(tree).handles()).isEmpty();
        assertThat(((Spapr) read(tree).container("C1").iommu().orElseThrow()).owner())
                .isEmpty();
    }

    @Test
    void idle_groups_are_not_written_but_are_there_when_read() {
        Map<String, Object> tree = StateCodec.encode(State.initial(TOPOLOGY, Process.UNLIMITED));

        assertThat(tree).isEqualTo(Map.of("locked_pages", 0L, "groups", Map.of(), "containers", Map.of()));
        assertThat(read(tree).groups().values()).containsExactly(GroupState.idle("A"), GroupState.idle("B"));
    }

    @Test
    void runs_that_differ_only_in_who_is_charged_are_one_mapping() {
        Map<String, Object> window = window(StateCodec.encode(busy()));

        assertThat(window.get("mappings"))
                .isEqualTo(List.of(
                        Map.of("iova", "0x0", "size", "0x2000", "vaddr", "B1+0x0", "access", "rw"),
                        Map.of("iova", "0x8000", "size", "0x1000", "vaddr", "B1+0x0", "access", "r")));
    }

    @Test
    void a_type1_container_has_no_windows() {
        State state = State.initial(TOPOLOGY, Process.UNLIMITED)
                .with(Container.open("C1").with("A").with(Type1.open(3)));

        Map<String, Object> tree = StateCodec.encode(state);

        assertThat(tree.get("containers"))
                .isEqualTo(Map.of("C1", Map.of("open", true, "groups", List.of("A"), "iommu", "type1v2")));
        assertThat(StateCodec.encode(read(tree))).isEqualTo(tree);
    }

    @Test
    void mappings_of_type1_are_written_without_what_is_usual_and_read_again() {
        Type1 type1 = Type1.open(3)
                .with(new Mapping(0x4000, 0x1000, FIRST.vaddr(), 1, "P2", "", true))
                .with(new Mapping(0x0, 0x2000, SECOND.vaddr(), 3, "", "", false));
        State state = State.initial(TOPOLOGY, Process.UNLIMITED)
                .with(Container.open("C1").with("A").with(type1));

        Map<String, Object> tree = StateCodec.encode(state);

        Map<String, Object> container = container(tree);
        assertThat(container.get("mappings"))
                .isEqualTo(List.of(
                        Map.of("iova", "0x0", "size", "0x2000", "vaddr", "B1+0x1000", "access", "rw"),
                        Map.of(
                                "iova",
                                "0x4000",
                                "size",
                                "0x1000",
                                "vaddr",
                                "B1+0x0",
                                "access",
                                "r",
                                "owner",
                                "P2",
                                "pinned_by",
                                "",
                                "vaddr_invalid",
                                true)));
        assertThat(read(tree).container("C1").iommu()).contains(type1);
    }

    @Test
    void a_mapping_that_says_something_unknown_is_refused_at_its_place() {
        Map<String, Object> mapping =
                Map.of("iova", "0x0", "size", "0x2000", "vaddr", "B1+0x0", "access", "x", "colour", "red");
        Map<String, Object> container =
                Map.of("open", true, "groups", List.of("A"), "iommu", "type1v2", "mappings", List.of(mapping));

        assertThatThrownBy(() ->
                        read(Map.of("locked_pages", 0L, "groups", Map.of(), "containers", Map.of("C1", container))))
                .isInstanceOf(CodecProblem.class)
                .hasMessageStartingWith("state.containers.C1.mappings[0].access: expected ");
    }

    @Test
    void another_document_is_refused_at_its_place() {
        Map<String, Object> unknownGroup = Map.of(
                "locked_pages", 0L, "groups", Map.of("Z", Map.of("open", true, "devices", 0L)), "containers", Map.of());
        Map<String, Object> unknownDriver = Map.of(
                "locked_pages",
                0L,
                "groups",
                Map.of(),
                "containers",
                Map.of("C1", Map.of("open", true, "groups", List.of(), "iommu", "smmu")));

        assertThatThrownBy(() -> read(unknownGroup))
                .isInstanceOf(CodecProblem.class)
                .hasMessage("state.groups.Z: expected a group of made, found \"Z\"");
        assertThatThrownBy(() -> read(unknownDriver))
                .isInstanceOf(CodecProblem.class)
                .hasMessage(
                        "state.containers.C1.iommu: expected one of none, spapr-tce-v1, spapr-tce-v2, type1, type1v2,"
                                + " found \"smmu\"");
    }

    private static State busy() {
        Tces tces = Tces.NONE
                .with(new Tces.Run(0, 0x1000, FIRST.vaddr(), 3, Optional.of(FIRST)))
                .with(new Tces.Run(0x1000, 0x1000, SECOND.vaddr(), 3, Optional.of(SECOND)))
                .with(new Tces.Run(0x8000, 0x1000, FIRST.vaddr(), 1, Optional.of(FIRST)));
        Spapr spapr = new Spapr(
                2,
                Optional.of(""),
                true,
                0,
                false,
                List.of("B", "A"),
                new TreeMap<>(Map.of(0, new Window(0, 0, 0x8000_0000L, 12, 1, 2048, true, false, tces))),
                List.of(FIRST, SECOND));
        return State.initial(TOPOLOGY, Process.UNLIMITED.locking(2050))
                .open("C1", new Handle.ContainerFd("C1"))
                .with(Container.open("C1").with("A").with("B").with(spapr))
                .with(new GroupState("A", true, Optional.of("C1"), 1))
                .with(new Region(FIRST, 1, 2))
                .with(new Region(SECOND, 2, 1));
    }

    private static State read(Map<String, Object> tree) {
        return StateCodec.decode(tree, "state", TOPOLOGY, Process.UNLIMITED);
    }

    @SuppressWarnings("unchecked") // the tree is made of maps
    private static Map<String, Object> container(Map<String, Object> tree) {
        return ((Map<String, Map<String, Object>>) tree.get("containers")).get("C1");
    }

    @SuppressWarnings("unchecked") // the tree is made of maps
    private static Map<String, Object> window(Map<String, Object> tree) {
        return ((List<Map<String, Object>>) container(tree).get("windows")).get(0);
    }

    private static Region.Key key(long offset) {
        return new Region.Key(new Address.InBuffer("B1", offset), 0x1000);
    }
}
