// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;

final class OtherPagesTest {
    @Test
    void a_host_of_larger_pages_is_told_the_platform_that_has_them() {
        PlatformId typed = PlatformId.parse("phb4-linux-6.12-4k");

        OtherPages refused = OtherPages.of(Platforms.load().profile(typed), typed, 65536);

        assertThat(refused)
                .hasMessageContainingAll(
                        "phb4-linux-6.12-4k",
                        "pages of 65536 bytes or more",
                        "pages of 4096 bytes",
                        "take phb4-linux-6.12-64k");
    }
}
