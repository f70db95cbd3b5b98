// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.explore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.generator.Subjects;

final class FingerprintTest {
    private final Subject subject = Subjects.of(Subjects.POWER9, "attach", 0);
    private final Fingerprint fingerprint = new Fingerprint(subject.calls().alike(), false);
    private final State first = subject.starts().get(0).state();

    @Test
    void names_of_groups_containers_and_handles_do_not_matter() {
        State one = after(
                new Operation.OpenContainer("C1"),
                new Operation.OpenGroup("A", "G1"),
                new Operation.SetContainer("G1", "C1"));
        State other = after(
                new Operation.OpenContainer("C3"),
                new Operation.OpenGroup("F", "G2"),
                new Operation.SetContainer("G2", "C3"));

        assertThat(fingerprint.of(one)).isEqualTo(fingerprint.of(other));
        assertThat(new Fingerprint(subject.calls().alike(), true).of(one))
                .isNotEqualTo(new Fingerprint(subject.calls().alike(), true).of(other));
    }

    @Test
    void the_order_in_which_groups_joined_matters_only_where_they_can_be_told_apart() {
        State ab = after(
                new Operation.OpenContainer("C1"),
                new Operation.OpenGroup("A", "G1"),
                new Operation.OpenGroup("B", "G2"),
                new Operation.SetContainer("G1", "C1"),
                new Operation.SetIommu("C1", 7),
                new Operation.SetContainer("G2", "C1"),
                new Operation.Dup("G1", "G3"));
        State ba = after(
                new Operation.OpenContainer("C1"),
                new Operation.OpenGroup("A", "G1"),
                new Operation.OpenGroup("B", "G2"),
                new Operation.SetContainer("G2", "C1"),
                new Operation.SetIommu("C1", 7),
                new Operation.SetContainer("G1", "C1"),
                new Operation.Dup("G1", "G3"));

        assertThat(fingerprint.of(ab)).isNotEqualTo(fingerprint.of(ba));
    }

    @Test
    void what_a_state_has_matters() {
        State open = after(new Operation.OpenContainer("C1"));
        State twice = after(new Operation.OpenContainer("C1"), new Operation.OpenContainer("C2"));

        assertThat(fingerprint.of(open)).isNotEqualTo(fingerprint.of(first)).isNotEqualTo(fingerprint.of(twice));
        assertThat(fingerprint.of(open.locking(1))).isNotEqualTo(fingerprint.of(open));
    }

    private State after(Operation... operations) {
        State state = first;
        for (Operation operation : operations) {
            state = subject.machine().perform(state, operation).next();
        }
        return state;
    }
}
