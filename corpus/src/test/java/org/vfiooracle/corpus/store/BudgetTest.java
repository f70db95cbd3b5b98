// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.samples.SampleFixtures;

final class BudgetTest {
    @Test
    void counts_what_is_there(@TempDir Path root) {
        CorpusWrite.plan(Corpus.at(root), SampleFixtures.some()).apply();

        Budget budget = Corpus.at(root).budget();

        assertThat(budget.files()).isEqualTo(2);
        assertThat(budget.medianBytes()).isBetween(2_000L, 12_000L);
        assertThat(budget.totalBytes()).isGreaterThan(6 * 500L);
        assertThat(budget.findings()).isEmpty();
    }

    @Test
    void says_what_is_too_large() {
        Budget budget = new Budget(2_501, 12_289, (20L << 20) + 1);

        assertThat(budget.findings())
                .containsExactly(
                        "the corpus has 2501 case files, its budget is 2500",
                        "the median case file has 12289 bytes, the budget is 12288",
                        "the corpus has 20971521 bytes, its budget is 20971520");
    }

    @Test
    void shows_the_counts_beside_what_is_allowed() {
        assertThat(new Budget(120, 1843, 230_000))
                .hasToString("120 of 2500 case files, median 1.8 of 12.0 KB, 0.2 of 20 MB");
    }
}
