// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.platforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vfiooracle.engine.platform.PlatformId;

final class PlatformPatternTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ioda2                                  | ioda2-linux-4.1-64k    | true
            ioda2                                  | ioda1-linux-4.1-64k    | false
            ioda2, phb4 on 4.2..5.18 6.4..         | phb4-linux-6.12-4k     | true
            ioda2, phb4 on 4.2..5.18 6.4..         | ioda2-linux-4.2-64k    | true
            ioda2, phb4 on 4.2..5.18 6.4..         | ioda2-linux-6.3-64k    | false
            ioda2, phb4 on 4.2..5.18 6.4..         | ioda2-linux-4.1-64k    | false
            ioda2 on 4.2..5.18                     | ioda2-linux-5.18.3-64k | true
            p5ioc2 on ..4.1                        | p5ioc2-linux-4.1-64k   | true
            p5ioc2 on ..4.1                        | p5ioc2-linux-4.2-64k   | false
            ioda1 on 4.2                           | ioda1-linux-4.2-64k    | true
            ioda1 on 4.2                           | ioda1-linux-4.1-64k    | false
            ioda2 with 64k                         | ioda2-linux-4.1-64k    | true
            ioda2 on 6.4.. with 64k                | ioda2-linux-6.12-4k    | false
            *                                      | x86-linux-6.12-4k      | true
            """)
    void names_platforms_by_generation_releases_and_page(String pattern, String platform, boolean matches) {
        assertThat(PlatformPattern.parse(pattern).matches(PlatformId.parse(platform)))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ioda2 phb4", "ioda2 on", "ioda2 on 4", "ioda2 on 5.1..4.2", "ioda2 on ..", "ioda2 with 8k"})
    void refuses_another_form(String pattern) {
        assertThatThrownBy(() -> PlatformPattern.parse(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void says_what_it_names() {
        PlatformPattern pattern = PlatformPattern.parse(" ioda2,  phb4 on 4.2.. ");

        assertThat(pattern.generations()).containsExactly("ioda2", "phb4");
        assertThat(pattern.isAny()).isFalse();
        assertThat(pattern).hasToString("ioda2,  phb4 on 4.2..");
    }
}
