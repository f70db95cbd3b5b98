// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.yaml.StrictYaml;
import org.vfiooracle.samples.SampleFixtures;

final class FixtureHashTest {
    @Test
    void is_that_of_the_canonical_json_of_what_it_covers() {
        // printf '{"platform":"p","topology":"t"}' | sha256sum
        assertThat(FixtureHash.ofTree(Map.of("topology", "t", "platform", "p", "format", 2L)))
                .isEqualTo("sha256:a7e7664d90a3f8c7bf609dc62b1a530eab4b72fa6aacbd94f727ca3ee60b6fe8");
    }

    @Test
    void does_not_cover_names_and_reasons() {
        Map<String, Object> step = new LinkedHashMap<>(Map.of("op", "open", "outcome", Map.of("answer", "fd")));
        Map<String, Object> reasoned = new LinkedHashMap<>(step);
        reasoned.put("rule", "container.open.opened");
        reasoned.put("intended", Map.of("deviation", "d"));

        assertThat(FixtureHash.ofTree(Map.of("operations", List.of(reasoned), "id", "A-001", "case", "b", "hash", "c")))
                .isEqualTo(FixtureHash.ofTree(Map.of("operations", List.of(step), "feature", "a.feature")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            answer: 1                       | answer: 0
            locked_pages: 2368              | locked_pages: 2369
            topology: six-groups            | topology: one-phb
            memlock: unlimited              | memlock: '0x1000'
            type: 7                         | type: 2
            effect: window-unset            | effect: bypass-on
            enabled: true                   | enabled: false
            """)
    void covers_what_a_machine_can_contradict(String part, String other) {
        String text = FixtureFile.write(SampleFixtures.fixture(SampleFixtures.WINDOWS, "phb4-linux-6.12-4k"));
        String changed = text.replaceFirst(Pattern.quote(part), other);

        assertThat(hash(changed)).isNotEqualTo(hash(text));
    }

    @SuppressWarnings("unchecked")
    private static String hash(String yaml) {
        return FixtureHash.ofTree(
                (Map<String, Object>) StrictYaml.read(yaml, "a.yaml").value());
    }

    @Test
    void differs_for_another_platform() {
        Fixture here = SampleFixtures.fixture(SampleFixtures.WINDOWS, "phb4-linux-6.12-4k");
        Fixture there = SampleFixtures.fixture(SampleFixtures.WINDOWS, "ioda2-linux-6.12-4k");

        assertThat(FixtureHash.of(here)).isNotEqualTo(FixtureHash.of(there));
        assertThat(FixtureFile.write(here)).endsWith("hash: " + FixtureHash.of(here) + "\n");
    }
}
