// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.platform.Release;

final class KernelSpansTest {
    private final KernelSpans spans = new KernelSpans(
            kernels("powernv8 4.12.0-64k 5.10.262-4k 5.10.262-64k 6.1.176-64k 6.12.95-4k", "q35 5.10.262-4k"));

    @Test
    void a_range_runs_over_the_kernels_that_are_known() {
        assertThat(spans.of(kernels("powernv8 4.12.0-64k 5.10.262-4k 5.10.262-64k 6.1.176-64k")))
                .isEqualTo("4.12..6.1 (powernv8)");
    }

    @Test
    void a_kernel_that_is_missing_ends_a_range() {
        assertThat(spans.of(kernels("powernv8 4.12.0-64k 6.1.176-64k 6.12.95-4k")))
                .isEqualTo("4.12, 6.1..6.12 (powernv8)");
    }

    @Test
    void a_release_of_which_one_page_size_is_missing_says_which_it_is() {
        assertThat(spans.of(kernels("powernv8 4.12.0-64k 5.10.262-4k"))).isEqualTo("4.12, 5.10 with 4k (powernv8)");
    }

    @Test
    void machines_that_say_the_same_are_named_together() {
        assertThat(spans.of(kernels("powernv8 5.10.262-4k 5.10.262-64k", "q35 5.10.262-4k")))
                .isEqualTo("5.10 (powernv8, q35)");
    }

    @Test
    void all_of_them_are_listed_with_their_point_releases() {
        assertThat(spans.all())
                .containsExactly(
                        "- powernv8: 4.12.0 with 64k, 5.10.262 with 4k and 64k, 6.1.176 with 64k, 6.12.95 with 4k",
                        "- q35: 5.10.262 with 4k");
        assertThat(spans.of(List.of())).isEmpty();
    }

    private static List<KernelSpans.Kernel> kernels(String... machines) {
        List<KernelSpans.Kernel> kernels = new ArrayList<>();
        for (String machine : machines) {
            String[] words = machine.split(" ");
            for (int i = 1; i < words.length; i++) {
                String[] parts = words[i].split("-");
                kernels.add(new KernelSpans.Kernel(words[0], Release.parse(parts[0]), parts[1]));
            }
        }
        return kernels;
    }
}
