// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.engine.operation.Repeat;

final class RepetitionTest {
    private static final long PAGE = 0x1000;

    private final Trial power9 = Trial.on(Machine.of(Profiles.phb4("phb4-linux-6.12.95-4k")))
            .join("A")
            .iommu(7)
            .register();

    @Test
    void all_requests_are_made_each_further_on_than_the_one_before() {
        Outcome all = power9.call(maps(4)).outcome();

        assertThat(all.answer()).hasToString("0");
        assertThat(all.out()).isEqualTo(Map.of(OutField.MADE, 4L));
    }

    @Test
    void neighbours_are_one_effect() {
        assertThat(power9.call(maps(4)).outcome().effects())
                .filteredOn(effect -> effect instanceof Effect.Tces)
                .isEqualTo(List.of(new Effect.Tces(true, 0, 4 * PAGE)));
    }

    @Test
    void the_first_refusal_ends_it_and_is_its_answer() {
        String behindTheBuffer = power9.answer(
                new Operation.MapDma("C1", 32, 3, new Address.InBuffer("B1", 256 * PAGE), 256 * PAGE, PAGE));

        Outcome some = power9.call(maps(300)).outcome();

        assertThat(some.answer()).hasToString(behindTheBuffer).isNotEqualTo(Answer.OK);
        assertThat(some.out()).isEqualTo(Map.of(OutField.MADE, 256L));
    }

    @Test
    void another_process_can_repeat_too() {
        power9.call(new Operation.Fork("P2"));

        assertThat(power9.answer(new Operation.By("P2", maps(2)))).isEqualTo("EPERM");
    }

    private static Repeat maps(int times) {
        return new Repeat(times, PAGE, PAGE, new Operation.MapDma("C1", 32, 3, new Address.InBuffer("B1", 0), 0, PAGE));
    }
}
