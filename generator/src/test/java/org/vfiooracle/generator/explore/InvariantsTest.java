// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.GroupState;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.generator.Subjects;
import org.vfiooracle.generator.explore.Violation.Invariant;

/** Each invariant notices when it is broken. */
final class InvariantsTest {
    private final Subject subject = Subjects.of(Subjects.POWER9, "spapr", 0);
    private final Invariants invariants = new Invariants(subject.machine());
    private final State mapped = subject.starts().get(5).state();

    @Test
    void an_ordinary_state_breaks_none() {
        assertThat(invariants.in(mapped)).isEmpty();
    }

    @Test
    void a_group_that_is_elsewhere_is_noticed() {
        State lost = mapped.with(new GroupState("D", true, Optional.empty(), 1));

        assertThat(broken(lost)).contains(Invariant.ONE_CONTAINER);
    }

    @Test
    void memory_that_nothing_accounts_for_is_noticed() {
        assertThat(broken(mapped.locking(1))).contains(Invariant.LOCKED_SUM);
    }

    @Test
    void an_entry_without_registered_memory_is_noticed() {
        State forgotten = mapped.without(mapped.regions().get(0).key());

        assertThat(broken(forgotten)).contains(Invariant.ENTRIES_REGISTERED);
    }

    @Test
    void a_window_that_one_group_is_not_told_of_is_noticed() {
        State two = subject.starts().get(6).state();
        Operation create = new Operation.TceCreate("C1", 40, 0, 16, 0x4000_0000L, 1);
        Transition right = subject.machine().perform(two, create);
        List<Effect> fewer = right.outcome().effects().stream()
                .filter(effect ->
                        !(effect instanceof Effect.WindowSet set && set.group().equals("A")))
                .toList();
        Outcome wrong = new Outcome(
                right.outcome().answer(), right.outcome().out(), right.outcome().lockedPages(), fewer);

        assertThat(invariants.programmed().after(two, right)).isEmpty();
        assertThat(invariants.programmed().after(two, new Transition(right.next(), wrong, right.rule())))
                .map(Violation::invariant)
                .contains(Invariant.WINDOWS_EVERYWHERE);
    }

    private Optional<Invariant> broken(State state) {
        return invariants.in(state).map(Violation::invariant);
    }
}
