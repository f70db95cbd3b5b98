// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.samples.SampleFixtures;

final class FixtureHashTest {
    @Test
    void is_that_of_the_canonical_json() {
        // printf '{"a":"x","format":1}' | sha256sum
        assertThat(FixtureHash.ofTree(Map.of("format", 1L, "a", "x")))
                .isEqualTo("sha256:0e282d95656fe68e1b0e0d31a01c5f5676ee7770416a20bb37ca12bd6c1e1fc6");
    }

    @Test
    void does_not_cover_itself_nor_the_order_of_keys() {
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("hash", "sha256:00");
        other.put("a", "x");
        other.put("format", 1L);

        assertThat(FixtureHash.ofTree(other)).isEqualTo(FixtureHash.ofTree(Map.of("format", 1L, "a", "x")));
    }

    @Test
    void differs_for_another_platform() {
        Fixture here = SampleFixtures.fixture(SampleFixtures.WINDOWS, "phb4-linux-6.12-4k");
        Fixture there = SampleFixtures.fixture(SampleFixtures.WINDOWS, "ioda2-linux-6.12-4k");

        assertThat(FixtureHash.of(here)).isNotEqualTo(FixtureHash.of(there));
        assertThat(FixtureFile.write(here)).endsWith("hash: " + FixtureHash.of(here) + "\n");
    }
}
