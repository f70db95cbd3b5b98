// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.platform.PlatformId;

final class CallFilterTest {
    private static final List<CallEntry> MAP =
            new CallOutline(Platforms.load().machine(PlatformId.parse("phb4-linux-6.12-4k"))).of("VFIO_IOMMU_MAP_DMA");

    @Test
    void keeps_the_checks_of_one_errno_and_the_steps_that_hold_them() {
        List<CallEntry> kept = CallFilter.giving(Answer.of(Errno.EPERM), MAP, rule -> false);

        assertThat(kept)
                .extracting(entry -> entry.depth() + " " + entry.text())
                .containsExactly(
                        "0 spapr.foreign-process",
                        "0 spapr.map.not-enabled",
                        "0 write the entries",
                        "1 spapr.map.page-too-small");
    }

    @Test
    void keeps_the_rules_that_a_step_gives_itself_when_they_are_known_to_have_given_it() {
        List<CallEntry> kept = CallFilter.giving(
                Answer.of(Errno.EFAULT), MAP, rule -> rule.id().equals("spapr.map.not-pinned"));

        assertThat(kept)
                .extracting(CallEntry::text)
                .containsExactly("struct.unreadable", "write the entries", "spapr.map.not-pinned");
    }

    @Test
    void success_is_what_the_procedures_grant() {
        List<CallEntry> kept = CallFilter.giving(Answer.OK, MAP, rule -> false);

        assertThat(kept)
                .filteredOn(entry -> entry.kind() != CallEntry.Kind.STEP)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.kind()).isEqualTo(CallEntry.Kind.GRANTED));
    }

    @Test
    void a_rule_that_stands_at_two_places_is_told_once() {
        List<CallEntry> call =
                new CallOutline(Platforms.load().machine(PlatformId.parse("phb4-linux-6.12-4k"))).of("VFIO_SET_IOMMU");
        List<CallEntry> twice = Stream.concat(call.stream(), call.stream()).toList();

        assertThat(CallFilter.giving(Answer.of(Errno.EINVAL), twice, rule -> false))
                .isNotEmpty()
                .isEqualTo(CallFilter.giving(Answer.of(Errno.EINVAL), call, rule -> false));
    }
}
