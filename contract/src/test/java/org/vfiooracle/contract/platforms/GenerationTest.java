// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.platforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.yaml.YamlProblem;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Release;

final class GenerationTest {
    private static final String PROFILE = """
            generation: made1
            title: made up
            existed: {}
            big_endian: false
            page_sizes:
              - '4k'
            modelled:
              - '4.2'
              - '6.12'
            pins: []
            hardware:
              iommu: spapr-tce
              group_per_phb: false
              tables_per_pe:
                - releases: '..4.17'
                  value: 1
                - releases: '4.18..'
                  value: 2
              table_shareable: true
              hands_over_ownership: true
              boot_window: whole
              dma32_size: '0x80000000'
              page_shifts:
                - 12
              max_levels: 5
              second_window_start: '0x0'
              max_table_level_bytes: '0x1000000'
              bypass: true
              eeh: true
            """;

    @Test
    void any_fact_can_depend_on_the_release() {
        Generation made = Generation.read(PROFILE, "made1.yaml");

        assertThat(tables(made, "made1-linux-4.2-4k")).isEqualTo(1);
        assertThat(tables(made, "made1-linux-6.12-4k")).isEqualTo(2);
    }

    @Test
    void a_range_of_releases_is_modelled_series_by_series() {
        Generation made = Generation.read(PROFILE.replace("  - '6.12'\npins", "  - '6.4..6.12'\npins"), "made1.yaml");

        assertThat(tables(made, "made1-linux-6.4-4k")).isEqualTo(2);
        assertThat(tables(made, "made1-linux-6.8.3-4k")).isEqualTo(2);
        assertThatThrownBy(() -> tables(made, "made1-linux-6.3-4k"))
                .hasMessage("made1-linux-6.3-4k: Linux 6.3 is not modelled yet on made1, only 4.2, 6.4..6.12;"
                        + " see docs/reference/scope.md");
    }

    @Test
    void a_range_without_end_is_an_error_at_its_place() {
        String profile = PROFILE.replace("  - '6.12'\npins", "  - '6.4..'\npins");

        assertThatThrownBy(() -> Generation.read(profile, "made1.yaml"))
                .hasMessage("made1.yaml:9:5: expected a kernel series such as '6.12', or a range with both ends such as"
                        + " '5.0..6.12' at modelled[1], found \"6.4..\"");
    }

    @Test
    void what_is_inferred_can_depend_on_the_release() {
        Generation made = Generation.read(PROFILE.replace("existed: {}", """
                inferred:
                  - releases: '4.2..4.4'
                    value: nobody has read it
                  - releases: '..4.2'
                    value: nobody has seen it
                existed: {}"""), "made1.yaml");

        assertThat(made.inferred().about(Release.parse("4.2"))).hasValue("nobody has read it; nobody has seen it");
        assertThat(made.inferred().about(Release.parse("4.3.7"))).hasValue("nobody has read it");
        assertThat(made.inferred().about(Release.parse("6.12"))).isEmpty();
    }

    @Test
    void an_unknown_key_is_an_error_at_the_key() {
        String profile = PROFILE.replace("  eeh: true\n", "  eeh: true\n  color:\n    - 1\n");

        assertThatThrownBy(() -> Generation.read(profile, "made1.yaml"))
                .isInstanceOf(YamlProblem.class)
                .hasMessage("""
                        made1.yaml:30:3: expected no other key here at hardware.color, found "color"
                          hint: remove it, or look for a typo""");
    }

    @Test
    void a_missing_fact_is_an_error() {
        String profile = PROFILE.replace("  bypass: true\n", "");

        assertThatThrownBy(() -> Generation.read(profile, "made1.yaml"))
                .hasMessage(
                        "made1.yaml:12:3: expected the key \"bypass\" at hardware, found only boot_window, dma32_size, eeh, "
                                + "group_per_phb, hands_over_ownership, iommu, max_levels, max_table_level_bytes, page_shifts, "
                                + "second_window_start, table_shareable, tables_per_pe");
    }

    @Test
    void a_release_without_a_value_is_an_error() {
        String profile = PROFILE.replace("'4.18..'", "'6.13..'");

        assertThatThrownBy(() -> Generation.read(profile, "made1.yaml"))
                .hasMessage("made1.yaml:15:5: expected exactly one value for Linux 6.12 at hardware.tables_per_pe,"
                        + " found 0 of them");
    }

    @Test
    void a_number_without_quotes_that_should_be_an_address_is_an_error() {
        String profile = PROFILE.replace("'0x80000000'", "0x80000000");

        assertThatThrownBy(() -> Generation.read(profile, "made1.yaml")).hasMessage("""
                        made1.yaml:22:15: expected a quoted string, found 0x80000000
                          hint: write '0x80000000', since parsers disagree on what it is without quotes""");
    }

    private static int tables(Generation generation, String id) {
        return generation.profile(PlatformId.parse(id)).hardware().tablesPerPe();
    }
}
