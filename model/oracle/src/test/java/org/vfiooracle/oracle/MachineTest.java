// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.ProcessCall;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.engine.operation.Repeat;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.Spapr;
import org.vfiooracle.kernel.container.Requests;

final class MachineTest {
    private static final Profile POWER9 = Profiles.phb4("phb4-linux-6.12.95-4k");

    @Test
    void every_operation_has_a_procedure_of_its_own_type() {
        List<Class<?>> arguments = new ArrayList<>();
        for (Procedure<?> procedure : Requests.catalogue().all()) {
            arguments.add(procedure.name().argument());
        }
        List<Class<?>> calls = new ArrayList<>(List.of(Operation.class.getPermittedSubclasses()));
        calls.remove(Operation.By.class); // a call of another process is answered like any other
        calls.remove(ProgramCall.class); // answered by programs
        calls.remove(ProcessCall.class); // several
        calls.addAll(List.of(ProcessCall.class.getPermittedSubclasses()));
        calls.remove(Repeat.class); // answered like what is repeated
        assertThat(calls).hasSizeGreaterThan(15);
        assertThat(arguments).containsAll(calls);
    }

    @Test
    void one_shareable_table_takes_a_second_group_and_two_that_are_not_refuse_it() {
        Trial shareable = Trial.on(Machine.of(Profiles.madeUp("made1-linux-4.2-64k", 1, true, true)));
        shareable.join("A").iommu(2).call(new Operation.OpenGroup("D", "GD"));
        assertThat(shareable.answer(new Operation.SetContainer("GD", "C1"))).isEqualTo("0");

        Trial two = Trial.on(Machine.of(Profiles.madeUp("made2-linux-4.2-64k", 2, false, false)));
        two.join("A").iommu(2).call(new Operation.OpenGroup("D", "GD"));
        Transition refused = two.call(new Operation.SetContainer("GD", "C1"));
        assertThat(refused.outcome().answer()).hasToString("EBUSY");
        assertThat(refused.rule().id()).isEqualTo("spapr.attach.no-ownership");
    }

    @Test
    void a_table_that_cannot_be_shared_refuses_a_second_group_though_ownership_moves() {
        Trial trial = Trial.on(Machine.of(Profiles.madeUp("made-linux-6.12-4k", 1, false, true)));
        trial.join("A").iommu(2).call(new Operation.OpenGroup("D", "GD"));
        assertThat(trial.answer(new Operation.SetContainer("GD", "C1"))).isEqualTo("EBUSY");
    }

    @Test
    void a_group_that_joins_gets_every_window_and_the_effects_say_so() {
        Trial trial = Trial.on(Machine.of(POWER9));
        trial.join("A").iommu(7).register().call(Trial.map(0, 0x1000));
        trial.call(new Operation.TceCreate("C1", 40, 0, 16, 0x4000_0000L, 1));
        trial.call(new Operation.OpenGroup("D", "GD"));
        Transition joined = trial.call(new Operation.SetContainer("GD", "C1"));
        assertThat(joined.outcome().effects())
                .containsExactly(
                        new Effect.Bypass("D", false),
                        new Effect.WindowUnset("D", 0),
                        new Effect.WindowSet("D", 0, 0, 0x8000_0000L, 12),
                        new Effect.WindowSet("D", 1, 1L << 59, 0x4000_0000L, 16));
        assertThat(trial.locked()).isEqualTo(256 + 2048 + 64);
    }

    @Test
    void a_refused_join_gives_the_group_back() {
        Trial trial = Trial.on(Machine.of(POWER9));
        trial.join("A").iommu(2).call(new Operation.OpenGroup("B", "GB"));
        Transition refused = trial.call(new Operation.SetContainer("GB", "C1"));
        assertThat(refused.outcome().answer()).hasToString("EBUSY");
        assertThat(refused.outcome().effects())
                .containsExactly(
                        new Effect.Bypass("B", false),
                        new Effect.WindowUnset("B", 0),
                        new Effect.WindowSet("B", 0, 0, 0x8000_0000L, 12),
                        new Effect.Bypass("B", true));
        assertThat(trial.state().group("B").container()).isEmpty();
    }

    @Test
    void a_failing_create_leaves_the_default_window_and_its_own_charge() {
        Trial trial = Trial.on(Machine.of(POWER9));
        trial.join("A").iommu(7);
        Transition failed = trial.call(new Operation.TceCreate("C1", 40, 0, 12, 0x4000_0000L, 5));
        assertThat(failed.outcome().answer()).hasToString("EINVAL");
        assertThat(trial.locked()).isEqualTo(2048 + 1032);
        assertThat(trial.departure().deviation()).isEqualTo("spapr.create-leaks-charge");
        assertThat(trial.departure().intended().lockedPages()).isEqualTo(2048);
    }

    @Test
    void a_group_that_leaves_takes_the_mappings_of_the_others_with_it_on_6_12() {
        Trial trial = Trial.on(Machine.of(POWER9));
        trial.join("A").join("D").iommu(7).register().call(Trial.map(0, 0x1000));
        trial.call(new Operation.UnsetContainer("GA"));
        Spapr spapr = (Spapr) trial.state().container("C1").iommu().orElseThrow();
        assertThat(spapr.windowAt(0).orElseThrow().tces().isEmpty()).isTrue();
        assertThat(trial.departure().deviation()).isEqualTo("spapr.detach-clears-shared-tables");
    }

    @Test
    void unregistering_mapped_memory_leaves_it_locked() {
        Trial trial = Trial.on(Machine.of(POWER9));
        trial.join("A").iommu(7).register().call(Trial.map(0, 0x1000));
        Operation unregister = new Operation.UnregisterMemory(
                "C1", 24, 0, new org.vfiooracle.engine.operation.Address.InBuffer("B1", 0), 0x10_0000);
        assertThat(trial.answer(unregister)).isEqualTo("0");
        assertThat(trial.answer(unregister)).isEqualTo("ENOENT");
        assertThat(trial.answer(new Operation.UnsetContainer("GA"))).isEqualTo("0");
        assertThat(trial.locked()).isEqualTo(256);
    }

    @Test
    void on_ioda1_the_segments_of_a_phb_are_shared_by_weight() {
        Trial trial = Trial.on(Machine.of(Profiles.ioda1("ioda1-linux-4.2-64k")));
        trial.join("A").iommu(2);
        Transition info = trial.call(new Operation.TceGetInfo("C1", 16));
        assertThat(info.outcome().out().toString())
                .isEqualTo("{FLAGS=0, DMA32_WINDOW_START=1073741824, DMA32_WINDOW_SIZE=536870912}");
    }

    @Test
    void what_is_undefined_is_not_answered() {
        Trial trial = Trial.on(Machine.of(POWER9));
        trial.join("A").iommu(7).register();
        assertThatThrownBy(() -> trial.call(Trial.map(0x7fff_f000L, 0x2000)))
                .isInstanceOf(NotModelled.class)
                .hasMessage(
                        "not modelled: a range that leaves its window, which is undefined; see docs/reference/scope.md");
    }

    @Test
    void performing_twice_from_the_same_state_gives_the_same() {
        Trial trial = Trial.on(Machine.of(POWER9));
        trial.join("A").iommu(7).register();
        Machine machine = Machine.of(POWER9);
        Operation map = Trial.map(0, 0x3000);
        assertThat(machine.perform(trial.state(), map)).isEqualTo(machine.perform(trial.state(), map));
    }

    @Test
    void only_what_a_deviation_decided_has_a_departure() {
        Trial trial = Trial.on(Machine.of(POWER9));
        trial.join("A").iommu(7).register();
        Machine machine = Machine.of(POWER9);
        Operation misaligned = Trial.map(0x800, 0x1000);

        assertThat(machine.perform(trial.state(), misaligned).outcome().answer())
                .hasToString("1");
        assertThat(machine.departure(trial.state(), misaligned)
                        .orElseThrow()
                        .intended()
                        .answer())
                .hasToString("EINVAL");
        assertThat(machine.departure(trial.state(), Trial.map(0, 0x1000))).isEmpty();
        assertThat(Machine.with(POWER9, List.of()).departure(trial.state(), misaligned))
                .isEmpty();
    }

    @Test
    void a_call_of_another_process_departs_as_its_own_does() {
        Trial trial = Trial.on(Machine.of(POWER9));
        trial.join("A").iommu(7);
        trial.call(new Operation.Fork("P2"));
        trial.call(new Operation.By("P2", Trial.registering()));
        Operation misaligned = new Operation.By("P2", Trial.map(0x800, 0x1000));
        Operation dead = new Operation.By("P3", Trial.map(0x800, 0x1000));

        trial.call(misaligned);

        assertThat(trial.departure().deviation()).isEqualTo("spapr.misaligned-iova-answers-1");
        assertThatThrownBy(() -> Machine.of(POWER9).departure(trial.state(), dead))
                .isInstanceOf(NotModelled.class)
                .hasMessageContaining("P3, which does not live");
    }

    @Test
    void every_rule_has_one_sentence_and_a_source() {
        assertThat(Rules.all()).hasSizeGreaterThan(60).allSatisfy(rule -> {
            assertThat(rule.id()).matches("[a-z0-9]+(\\.[a-z0-9-]+)+");
            assertThat(rule.sentence()).isNotBlank().doesNotEndWith(".");
            assertThat(rule.source().text()).isNotBlank();
        });
    }

    @Test
    void a_real_bridge_has_frozen_a_pe_until_its_reset_ends() {
        Trial trial =
                Trial.on(Machine.of(Profiles.ioda2("ioda2-linux-6.12-64k"))).join("A");
        trial.answer(new Operation.SetIommu("C1", 7));

        assertThat(trial.answer(new Operation.EehPeOp("C1", 12, 0, 6))).isEqualTo("0");
        assertThat(trial.answer(new Operation.EehPeOp("C1", 12, 0, 4))).isEqualTo("2");
        assertThat(trial.answer(new Operation.EehPeOp("C1", 12, 0, 5))).isEqualTo("0");
        assertThat(trial.answer(new Operation.EehPeOp("C1", 12, 0, 4))).isEqualTo("0");
    }
}
