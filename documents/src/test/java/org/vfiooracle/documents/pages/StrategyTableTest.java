// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.corpus.evidence.Ledgers;
import org.vfiooracle.corpus.store.CorpusIndex;
import org.vfiooracle.documents.facts.StrategyTable;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.oracle.Strategies;

final class StrategyTableTest {
    private final StrategyTable table = new StrategyTable(
            Platforms.load(),
            List.of(PlatformId.parse("ioda1-linux-4.12-64k"), PlatformId.parse("phb4-linux-6.12-4k")));

    @Test
    void the_seed_of_the_project_is_a_row() {
        assertThat(table.rows())
                .filteredOn(row -> row.get(0).contains("qemu-7.2"))
                .extracting(row -> row.subList(1, 6))
                .contains(List.of("4.12 (ioda1)", "2", "1 + 1", "VFIO_GROUP_SET_CONTAINER EBUSY", "running"));
    }

    @Test
    void every_program_has_rows_and_a_description() {
        ProgramEvidence none = new ProgramEvidence(List.of(), CorpusIndex.of("1.0.0", List.of()), Ledgers.NONE);
        String text = new ProgramPages(table, none).pages().get("docs/reference/programs/README.md");

        assertThat(Strategies.all()).hasSizeGreaterThan(25).allSatisfy(program -> {
            assertThat(table.rows())
                    .anySatisfy(row -> assertThat(row.get(0).split(", ")).contains(program.id()));
            assertThat(text)
                    .contains("\n## " + program.id() + "\n")
                    .containsIgnoringCase("\n" + program.description() + ".\n");
        });
    }
}
