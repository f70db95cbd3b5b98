// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.platforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vfiooracle.engine.platform.Release;

final class KernelSeriesTest {
    @Test
    void a_range_goes_on_with_the_next_major_number_where_linux_did() {
        assertThat(KernelSeries.in(ReleaseRange.parse("4.19..5.1")).toString()).isEqualTo("[4.19, 4.20, 5.0, 5.1]");
        assertThat(KernelSeries.in(ReleaseRange.parse("5.18..6.1")).toString()).isEqualTo("[5.18, 5.19, 6.0, 6.1]");
        assertThat(KernelSeries.in(ReleaseRange.parse("6.18..7.1")).toString()).isEqualTo("[6.18, 6.19, 7.0, 7.1]");
        assertThat(KernelSeries.in(ReleaseRange.parse("6.12")).toString()).isEqualTo("[6.12]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.0..", "..5.0", "5.18..5.21", "4.21..5.0"})
    void a_range_needs_two_ends_that_were_released(String range) {
        assertThatThrownBy(() -> KernelSeries.in(ReleaseRange.parse(range)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_series_that_was_never_released_is_refused_with_the_reason() {
        assertThat(KernelSeries.refusal(Release.parse("5.20"))).hasValue("after Linux 5.19 came 6.0");
        assertThat(KernelSeries.refusal(Release.parse("5.19.17"))).isEmpty();
        assertThat(KernelSeries.refusal(Release.parse("7.40"))).isEmpty();
    }
}
