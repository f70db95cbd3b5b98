// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.state.Type1;

/** Cases with more mappings than any that a person writes; that they take no longer than they must is measured in bench. */
final class ManyMappingsTest {
    private static final int MANY = 20_000;
    private static final long PAGE = 0x1000;
    private static final long APART = 2 * PAGE;
    private static final Buffer BUFFER = new Buffer("B1", MANY * APART, Buffer.Backing.PAGE, true);

    @Test
    void v2_registers_and_maps_20000_pages_and_lets_go_of_them() {
        Machine machine = Machine.of(Profiles.phb4("phb4-linux-6.12-4k"));
        State open = begin(machine, 7);

        State full = open;
        for (int i = 0; i < MANY; i++) {
            full = step(machine, full, new Operation.RegisterMemory("C1", 24, 0, at(i), PAGE));
            full = step(machine, full, map(i));
        }
        assertThat(spapr(full).regions()).hasSize(MANY);
        assertThat(spapr(full).windowAt(0).orElseThrow().tces().runs()).hasSize(MANY);
        assertThat(full.process().lockedPages()).isEqualTo(open.process().lockedPages() + MANY + 2048);

        State empty = full;
        for (int i = 0; i < MANY; i++) {
            empty = step(machine, empty, new Operation.UnmapDma("C1", 24, 0, i * APART, PAGE));
            empty = step(machine, empty, new Operation.UnregisterMemory("C1", 24, 0, at(i), PAGE));
        }
        assertThat(spapr(empty).windowAt(0).orElseThrow().tces().isEmpty()).isTrue();
        assertThat(empty.regions()).isEmpty();
        assertThat(empty.process().lockedPages()).isEqualTo(open.process().lockedPages() + 2048);
    }

    @Test
    void type1_maps_20000_pages_and_unmaps_all_of_them_at_once() {
        Machine machine = Machine.of(Profiles.x86("x86-linux-6.12-4k"));
        State full = begin(machine, 3);
        for (int i = 0; i < MANY; i++) {
            full = step(machine, full, map(i));
        }
        assertThat(type1(full).mappings()).hasSize(MANY);
        assertThat(full.process().lockedPages()).isEqualTo(MANY);

        State empty = step(machine, full, new Operation.UnmapDma("C1", 24, 0, 0, MANY * APART));

        assertThat(type1(empty).mappings()).isEmpty();
        assertThat(empty.process().lockedPages()).isZero();
        assertThat(type1(full).mappings()).hasSize(MANY);
    }

    @Test
    void two_states_share_what_a_call_has_not_changed() {
        Machine machine = Machine.of(Profiles.phb4("phb4-linux-6.12-4k"));
        State before =
                step(machine, begin(machine, 7), new Operation.RegisterMemory("C1", 24, 0, at(0), BUFFER.size()));

        State after = step(machine, before, map(0));
        State refused = machine.perform(after, new Operation.SetIommu("C1", 7)).next();

        assertThat(after).isNotEqualTo(before);
        assertThat(after.handles()).isSameAs(before.handles());
        assertThat(after.groups()).isSameAs(before.groups());
        assertThat(after.others()).isSameAs(before.others());
        assertThat(after.programs()).isSameAs(before.programs());
        assertThat(after.process().buffers()).isSameAs(before.process().buffers());
        assertThat(spapr(after).regions()).isSameAs(spapr(before).regions());
        assertThat(refused).isSameAs(after);
    }

    private static State begin(Machine machine, int type) {
        State state =
                State.initial(Profiles.SIX_GROUPS, new Process(OptionalLong.empty(), false, Map.of("B1", BUFFER), 0));
        state = step(machine, state, new Operation.OpenContainer("C1"));
        state = step(machine, state, new Operation.OpenGroup("A", "GA"));
        state = step(machine, state, new Operation.SetContainer("GA", "C1"));
        return step(machine, state, new Operation.SetIommu("C1", type));
    }

    private static State step(Machine machine, State state, Operation operation) {
        Transition done = machine.perform(state, operation);
        if (!done.outcome().answer().succeeded()) {
            throw new AssertionError(operation + " answered " + done.outcome() + ", "
                    + done.rule().id());
        }
        return done.next();
    }

    private static Operation map(int number) {
        return new Operation.MapDma("C1", 32, 3, at(number), number * APART, PAGE);
    }

    private static Address at(int number) {
        return new Address.InBuffer("B1", number * APART);
    }

    private static Spapr spapr(State state) {
        return (Spapr) state.container("C1").iommu().orElseThrow();
    }

    private static Type1 type1(State state) {
        return (Type1) state.container("C1").iommu().orElseThrow();
    }
}
