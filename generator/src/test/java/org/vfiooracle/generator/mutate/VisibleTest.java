// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.observation.Observes;
import org.vfiooracle.contract.observation.Part;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.Outcome;

final class VisibleTest {
    private static final Effect UNSET = new Effect.WindowUnset("A", 0);
    private static final Outcome PLAIN = new Outcome(Answer.OK, Map.of(), 3, List.of(UNSET));

    @Test
    void what_differs_in_a_part_is_seen_by_who_sees_that_part() {
        assertSeenWith(Part.ANSWER, new Outcome(Answer.of(Errno.EINVAL), Map.of(), 3, List.of(UNSET)));
        assertSeenWith(Part.OUT, new Outcome(Answer.OK, Map.of(OutField.AVAIL, 1L), 3, List.of(UNSET)));
        assertSeenWith(Part.LOCKED_PAGES, new Outcome(Answer.OK, Map.of(), 4, List.of(UNSET)));
        assertSeenWith(Part.WINDOWS, new Outcome(Answer.OK, Map.of(), 3, List.of()));
    }

    @Test
    void outcomes_that_are_equal_look_alike() {
        assertThat(Visible.ALL.alike(PLAIN, new Outcome(Answer.OK, Map.of(), 3, List.of(UNSET))))
                .isTrue();
    }

    private static void assertSeenWith(Part part, Outcome other) {
        assertThat(Visible.ALL.alike(PLAIN, other)).isFalse();
        assertThat(new Visible(Observes.of(part)).alike(PLAIN, other)).isFalse();
        assertThat(new Visible(Observes.ALL.without(part)).alike(PLAIN, other)).isTrue();
    }
}
