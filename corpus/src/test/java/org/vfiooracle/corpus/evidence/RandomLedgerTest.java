// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.contract.observation.Witness;
import org.vfiooracle.engine.platform.PlatformId;

final class RandomLedgerTest {
    private static final Witness POWERNV9 =
            new Witness("powernv9", "5.10.262", "#1 SMP Tue Nov 24", PlatformId.parse("phb4-linux-5.10.262-4k"));
    private static final String OLD = """
            # SPDX-License-Identifier: CC0-1.0
            format: 1
            machine: powernv9
            kernel:
              uname: '5.10.262'
              version: '#1 SMP Tue Nov 24'
            platform: phb4-linux-5.10.262-4k
            runs:
              - seed: 7
                length: 16
                cases: 1302
                operations: 20583
                differences: 0
            """;

    @TempDir
    private Path root;

    @Test
    void a_ledger_from_before_the_generator_had_a_version_stays_as_it_is() {
        RandomLedger ledger = RandomLedger.parse(OLD, "a.yaml");

        assertThat(ledger.runs().get(0).generator()).isEqualTo(1);
        assertThat(ledger.text()).isEqualTo(OLD);
    }

    @Test
    void the_same_seed_of_another_generator_is_another_run() throws IOException {
        write(OLD);

        String file = RandomLedger.record(root, POWERNV9, run(2, 7, 0));

        assertThat(file).isEqualTo("fixtures/evidence/random/powernv9-5.10.262-4k.yaml");
        assertThat(Files.readString(root.resolve(file))).isEqualTo(OLD + """
                  - generator: 2
                    seed: 7
                    length: 16
                    cases: 50
                    operations: 800
                    differences: 0
                """.indent(0));
    }

    @Test
    void another_build_is_named_and_the_same_question_replaces_the_older_answer() {
        RandomLedger once = RandomLedger.parse(OLD, "a.yaml").with(POWERNV9, run(2, 8, 50));

        RandomLedger twice = once.with(POWERNV9.build("#2"), run(2, 8, 50)).with(POWERNV9, run(2, 8, 50));

        assertThat(once.runs()).hasSize(2);
        assertThat(twice.runs()).hasSize(3);
        assertThat(twice.text()).contains("boots: 50").containsOnlyOnce("build: '#2'");
        assertThat(twice.witness()).isEqualTo(POWERNV9);
    }

    @Test
    void a_broken_ledger_is_refused_where_it_breaks() {
        assertThatThrownBy(() -> RandomLedger.parse(OLD.replace("cases: 1302", "cases: many"), "a.yaml"))
                .hasMessageStartingWith("a.yaml:11:");
        assertThatThrownBy(() -> RandomLedger.parse(OLD.replace("format: 1", "format: 2"), "a.yaml"))
                .hasMessageStartingWith("a.yaml:2:9: expected format 1 at format");
    }

    private static RandomEvidence run(int generator, long seed, int boots) {
        return new RandomEvidence(generator, seed, 16, 50, 800, boots, 0, Optional.empty());
    }

    private void write(String text) throws IOException {
        Path file = root.resolve(RandomLedger.FOLDER).resolve(POWERNV9.fileName());
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
