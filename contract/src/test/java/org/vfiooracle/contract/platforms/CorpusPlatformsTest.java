// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.platforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.platform.PlatformId;

final class CorpusPlatformsTest {
    @Test
    void a_platform_that_equals_a_recorded_one_is_stood_for_by_it() {
        CorpusPlatforms list = CorpusPlatforms.parse("""
                format: 1
                platforms:
                  - ioda2-linux-4.2-64k
                  - phb4-linux-6.12-4k
                equals:
                  - platform: phb4-linux-6.13-4k
                    recorded_as: phb4-linux-6.12-4k
                """, "platforms.yaml");

        assertThat(list.standsFor(PlatformId.parse("phb4-linux-6.13-4k")))
                .hasValue(PlatformId.parse("phb4-linux-6.12-4k"));
        assertThat(list.standsFor(PlatformId.parse("phb4-linux-6.12-4k")))
                .hasValue(PlatformId.parse("phb4-linux-6.12-4k"));
        assertThat(list.standsFor(PlatformId.parse("phb4-linux-6.14-4k"))).isEmpty();
    }

    @Test
    void several_platforms_equal_one_across_generations() {
        CorpusPlatforms list = CorpusPlatforms.parse("""
                format: 1
                platforms:
                  - phb4-linux-6.1-64k
                equals:
                  - platforms: phb4, phb5 on 6.2..6.3 with 64k
                    recorded_as: phb4-linux-6.1-64k
                """, "platforms.yaml");

        assertThat(list.equal().keySet().stream().map(PlatformId::toString).sorted())
                .containsExactly(
                        "phb4-linux-6.2-64k", "phb4-linux-6.3-64k", "phb5-linux-6.2-64k", "phb5-linux-6.3-64k");
    }

    @Test
    void a_platform_equals_one_other_and_is_not_recorded_itself() {
        assertThatThrownBy(() -> CorpusPlatforms.parse("""
                        format: 1
                        platforms:
                          - phb4-linux-6.1-64k
                        equals:
                          - platforms: phb4 on 6.0..6.2 with 64k
                            recorded_as: phb4-linux-6.1-64k
                        """, "platforms.yaml"))
                .hasMessage("platforms.yaml:5:5: expected platforms that are neither recorded nor named before"
                        + " at equals[0], found phb4-linux-6.1-64k");
    }

    @Test
    void platforms_that_equal_one_have_both_ends() {
        assertThatThrownBy(() -> CorpusPlatforms.parse("""
                        format: 1
                        platforms:
                          - phb4-linux-6.1-64k
                        equals:
                          - platforms: phb4 on 6.2..
                            recorded_as: phb4-linux-6.1-64k
                        """, "platforms.yaml"))
                .hasMessageContaining("platforms such as \"phb4 on 6.13..7.2 with 4k\", with both ends of a range");
    }

    @Test
    void the_list_is_in_order() {
        assertThatThrownBy(() -> CorpusPlatforms.parse("""
                        format: 1
                        platforms:
                          - phb4-linux-6.12-4k
                          - ioda2-linux-4.2-64k
                        """, "platforms.yaml"))
                .hasMessage("platforms.yaml:4:5: expected platforms in order, each once at platforms[1],"
                        + " found ioda2-linux-4.2-64k");
    }

    @Test
    void the_list_is_short() {
        StringBuilder text = new StringBuilder("format: 1\nplatforms:\n");
        for (int minor = 10; minor < 43; minor++) {
            text.append("  - phb4-linux-5.").append(minor).append("-4k\n");
        }

        assertThatThrownBy(() -> CorpusPlatforms.parse(text.toString(), "platforms.yaml"))
                .hasMessageContaining("expected 1 to 32 platforms at platforms, found 33 of them");
    }

    @Test
    void a_point_release_is_never_committed() {
        assertThatThrownBy(() -> CorpusPlatforms.parse("""
                        format: 1
                        platforms:
                          - phb4-linux-6.12.95-4k
                        """, "platforms.yaml"))
                .hasMessageContaining("expected a release without point release");
    }
}
