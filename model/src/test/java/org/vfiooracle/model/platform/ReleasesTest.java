// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ReleasesTest {
    @Test
    void both_ends_are_inclusive_with_all_point_releases() {
        Releases releases = Releases.between("4.2", "4.11");
        assertThat(releases.contains(Release.parse("4.1.52"))).isFalse();
        assertThat(releases.contains(Release.parse("4.2"))).isTrue();
        assertThat(releases.contains(Release.parse("4.11.12"))).isTrue();
        assertThat(releases.contains(Release.parse("4.12"))).isFalse();
    }

    @Test
    void a_backport_ends_a_stable_series_early() {
        Releases releases = Releases.from("4.2").fixedIn("4.9", 80);
        assertThat(releases.contains(Release.parse("4.9.79"))).isTrue();
        assertThat(releases.contains(Release.parse("4.9.80"))).isFalse();
        assertThat(releases.contains(Release.parse("4.8.17"))).isTrue();
        assertThat(releases).hasToString("4.2.. (fixed in 4.9.80)");
    }

    @Test
    void what_is_no_release_is_refused_with_an_example() {
        assertThatThrownBy(() -> Release.parse("6"))
                .hasMessage("expected a kernel release such as 6.12 or 6.12.95, found \"6\"");
        assertThatThrownBy(() -> PlatformId.parse("phb4-6.12"))
                .hasMessage("expected a platform such as phb4-linux-6.12-4k, found \"phb4-6.12\"");
    }
}
