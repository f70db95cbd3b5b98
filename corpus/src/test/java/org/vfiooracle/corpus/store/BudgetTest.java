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

        assertThat(budget.files()).isEqualTo(6);
        assertThat(budget.medianBytes()).isBetween(500L, 4000L);
        assertThat(budget.totalBytes()).isGreaterThan(6 * 500L);
        assertThat(budget.findings()).isEmpty();
    }

    @Test
    void says_what_is_too_large() {
        Budget budget = new Budget(16_001, 2_561, (40L << 20) + 1);

        assertThat(budget.findings())
                .containsExactly(
                        "the corpus has 16001 fixtures, its budget is 16000",
                        "the median fixture has 2561 bytes, the budget is 2560",
                        "the corpus has 41943041 bytes, its budget is 41943040");
    }

    @Test
    void shows_the_counts_beside_what_is_allowed() {
        assertThat(new Budget(120, 1843, 230_000))
                .hasToString("120 of 16000 fixtures, median 1.8 of 2.5 KB, 0.2 of 40 MB");
    }
}
