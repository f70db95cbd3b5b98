// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vfiooracle.steps.TemporaryCheckout;

final class DraftTest {
    @TempDir
    private Path root;

    private Path features;

    @BeforeEach
    void makeFeatures() throws IOException {
        features = Files.createDirectories(root.resolve("features/dma-window"));
    }

    @Test
    void the_next_id_is_after_the_last_one() throws IOException {
        Files.writeString(features.resolve("a.feature"), "@DMA-WINDOW-007\n@WINDOW-100\n@DMA-WINDOW-031\n");

        assertThat(NextId.in(root, "dma-window")).isEqualTo("DMA-WINDOW-032");
    }

    @Test
    void a_retired_id_is_not_used_again() throws IOException {
        Files.writeString(features.resolve("a.feature"), "@DMA-WINDOW-007\n");
        Files.writeString(root.resolve("features/retired-ids"), "DMA-WINDOW-009 was wrong\n");

        assertThat(NextId.in(root, "dma-window")).isEqualTo("DMA-WINDOW-010");
    }

    @Test
    void the_id_of_another_area_that_ends_alike_does_not_count() throws IOException {
        Files.writeString(features.resolve("a.feature"), "@FALLBACK-CONTAINER-400\n");

        assertThat(NextId.in(root, "container")).isEqualTo("CONTAINER-001");
    }

    @Test
    void a_new_file_gets_a_feature_and_a_rule() throws IOException {
        Path file = root.resolve("features/new/thing.feature");

        Skeleton.append(file, "ATTACH-900");

        assertThat(Files.readString(file)).startsWith("""
                Feature: (what this file is about)

                  Rule: (what always holds)

                    @ATTACH-900
                    Scenario: (the situation)
                """);
    }

    @Test
    void a_scenario_is_added_at_the_end_and_indented_as_the_others() throws IOException {
        Path file = features.resolve("a.feature");
        Files.writeString(file, "Feature: x\n\n  @DMA-WINDOW-001\n  Scenario: y\n\n\n");

        Skeleton.append(file, "DMA-WINDOW-002");

        assertThat(Files.readString(file))
                .startsWith("Feature: x\n\n  @DMA-WINDOW-001\n  Scenario: y\n\n  @DMA-WINDOW-002\n  Scenario: (the");
    }

    @Test
    void a_scenario_does_not_get_the_background_of_another_rule() throws IOException {
        Path file = features.resolve("a.feature");
        Files.writeString(file, """
                Feature: x

                  Rule: y

                    Background:
                      Given group "G1"

                    @DMA-WINDOW-001
                    Scenario: z
                """);

        Skeleton.append(file, "DMA-WINDOW-002");

        assertThat(Files.readString(file)).contains("""
                    Scenario: z

                  Rule: (what always holds)

                    @DMA-WINDOW-002
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ATTACH-900", "GUEST-900", "HOTPLUG-900"})
    void a_new_scenario_passes_as_it_is(String id) {
        TemporaryCheckout checkout = new TemporaryCheckout(root.resolve(id));
        String area = id.substring(0, id.indexOf('-')).toLowerCase(Locale.ROOT);

        Skeleton.append(checkout.root().resolve("features/" + area + "/new.feature"), id);

        assertThat(checkout.failures()).isEmpty();
        assertThat(checkout.run().fixtures()).isNotEmpty();
    }
}
