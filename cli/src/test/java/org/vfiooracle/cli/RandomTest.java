// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A difference that chance finds is made short, printed, and written down as a case. */
final class RandomTest {

    @TempDir
    private Path folder;

    @Test
    void what_differs_is_shortened_printed_and_written_down() {
        TestCheckout checkout = TestCheckout.in(folder);

        Ran ran = checkout.run("random", "--adapter", FullAfterOneMapping.command(), "--seed", "7", "--cases", "40");

        ran.ended(1)
                .said(
                        "VFIO_IOMMU_MAP_DMA answer: expected 0, got ENOSPC (rule spapr.map.mapped)",
                        "  7  VFIO_IOMMU_MAP_DMA");
        assertThat(ran.out()).doesNotContain("  8  ");
        assertThat(checkout.files("target/random")).hasSize(1).allSatisfy((name, text) -> assertThat(text)
                .contains("op: VFIO_IOMMU_MAP_DMA", "answer: 0")
                .containsOnlyOnce("op: VFIO_SET_IOMMU"));
    }

    @Test
    void cases_with_a_boot_of_their_own_start_the_adapter_anew_and_the_ledger_counts_them() {
        TestCheckout checkout = TestCheckout.in(folder);
        checkout.empty("fixtures/evidence/random");

        checkout.run("random", "--adapter", FullAfterOneMapping.command(), "--seed", "9", "--boots", "2", "--ledger")
                .ended(0)
                .said("seed 9, length 16: 2 cases (2 each on a fresh boot)", "2 conforms");

        assertThat(checkout.files("fixtures/evidence/random")).hasSize(1).allSatisfy((name, text) -> assertThat(text)
                .contains("generator: 6", "seed: 9", "cases: 2", "boots: 2", "differences: 0"));
    }

    @Test
    void a_folder_that_cannot_be_written_is_refused_before_anything_is_asked() throws Exception {
        TestCheckout checkout = TestCheckout.in(folder);
        Path file = Files.writeString(folder.resolve("notes"), "mine");

        checkout.run(
                        "random",
                        "--adapter",
                        "exit 1",
                        "--out",
                        file.resolve("random").toString())
                .ended(2)
                .said("cannot write, and nothing was written", "not a folder: " + file);

        assertThat(file).hasContent("mine");
    }

    @Test
    void a_number_of_boots_is_one() {
        Ran.of("random", "--boots", "-1", "--machine", "powernv9")
                .ended(2)
                .said("--boots: expected 0 to 10000, found -1");
    }
}
