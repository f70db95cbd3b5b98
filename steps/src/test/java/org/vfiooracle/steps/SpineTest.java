// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vfiooracle.steps.failure.Failure;

/** The features of this checkout, on all platforms. */
final class SpineTest {
    @Test
    void every_scenario_of_the_checkout_holds() {
        RecordingResult result = Recording.run(RecordingRequest.of(Path.of(System.getProperty("vfiooracle.root"))));

        assertThat(result.failures().stream().map(Failure::text).collect(Collectors.joining("\n\n")))
                .isEmpty();
        assertThat(result.fixtures()).hasSizeGreaterThan(20);
    }
}
