// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.platform;

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
    void a_backport_begins_in_a_stable_series_early() {
        Releases releases = Releases.between("4.10", "4.18").backportedTo("4.4", 155);
        assertThat(releases.contains(Release.parse("4.4.154"))).isFalse();
        assertThat(releases.contains(Release.parse("4.4.155"))).isTrue();
        assertThat(releases.contains(Release.parse("4.4"))).isFalse();
        assertThat(releases.contains(Release.parse("4.5.155"))).isFalse();
        assertThat(releases.contains(Release.parse("4.18.20"))).isTrue();
        assertThat(releases).hasToString("4.10..4.18 (backported to 4.4.155)");
    }

    @Test
    void a_backport_and_its_end_can_be_in_one_series() {
        Releases releases = Releases.from("4.10").backportedTo("4.9", 80).fixedIn("4.9", 207);
        assertThat(releases.contains(Release.parse("4.9.79"))).isFalse();
        assertThat(releases.contains(Release.parse("4.9.80"))).isTrue();
        assertThat(releases.contains(Release.parse("4.9.207"))).isFalse();
    }

    @Test
    void what_two_ranges_share_begins_with_the_later_and_ends_with_the_earlier() {
        Releases late = Releases.from("4.10").backportedTo("4.9", 79);

        assertThat(late.and(Releases.between("4.2", "4.11"))).hasToString("4.10..4.11 (backported to 4.9.79)");
        assertThat(late.and(Releases.ALL)).isEqualTo(late);
        assertThat(late.and(Releases.to("4.10"))).hasToString("4.10 (backported to 4.9.79)");
        assertThat(late.and(Releases.to("4.1")).some()).isFalse();
    }

    @Test
    void what_is_no_release_is_refused_with_an_example() {
        assertThatThrownBy(() -> Release.parse("6"))
                .hasMessage("expected a kernel release such as 6.12 or 6.12.95, found \"6\"");
        assertThatThrownBy(() -> PlatformId.parse("phb4-6.12"))
                .hasMessage("expected a platform such as phb4-linux-6.12-4k, found \"phb4-6.12\"");
    }
}
