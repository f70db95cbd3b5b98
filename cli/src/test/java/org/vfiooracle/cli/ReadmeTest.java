// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.vfiooracle.corpus.evidence.EvidenceTotals;
import org.vfiooracle.corpus.evidence.Ledgers;
import org.vfiooracle.corpus.store.Corpus;

/** What the README says that the fixtures rest on is what they rest on. */
final class ReadmeTest {
    @Test
    void the_totals_of_the_evidence_are_those_of_the_corpus() throws IOException {
        EvidenceTotals totals =
                EvidenceTotals.of(Corpus.at(TestCheckout.REAL).index(), Ledgers.read(TestCheckout.REAL));
        assertThat(totals.total()).isPositive();

        String readme = Files.readString(TestCheckout.REAL.resolve("README.md"));

        assertThat(readme).contains("<!-- evidence", "<!-- /evidence -->");
        String told = readme.substring(readme.indexOf("<!-- evidence"), readme.indexOf("<!-- /evidence -->"));
        assertThat(told.lines().reduce((first, last) -> last))
                .as("the totals in README.md, between <!-- evidence and <!-- /evidence -->")
                .contains("| "
                        + String.join(
                                " | ",
                                totals.named().values().stream()
                                        .map(String::valueOf)
                                        .toList()) + " |");
    }
}
