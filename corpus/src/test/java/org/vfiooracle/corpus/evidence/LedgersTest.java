// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.format.FixtureHash;
import org.vfiooracle.contract.observation.Witness;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.corpus.store.CorpusIndex;
import org.vfiooracle.corpus.store.CorpusWrite;
import org.vfiooracle.corpus.store.FixtureName;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.samples.SampleFixtures;

final class LedgersTest {
    private static final List<Fixture> SOME = SampleFixtures.some();
    private static final Fixture ATTACH = SOME.get(3);
    private static final Fixture WINDOWS = SOME.get(4);
    private static final List<String> PARTS = List.of("out", "answer");
    private static final Witness POWERNV9 = new Witness(
            "powernv9",
            "6.12.95+deb13-powerpc64le",
            "#1 SMP Debian 6.12.95-1",
            PlatformId.parse("phb4-linux-6.12.95-4k"));

    @TempDir
    private Path root;

    @Test
    void a_ledger_has_one_entry_for_each_fixture_in_order() throws Exception {
        CorpusIndex index = record(SOME);

        String file = Ledgers.record(
                root,
                POWERNV9,
                index.entries().keySet(),
                names(WINDOWS, ATTACH),
                List.of(LedgerLine.of(WINDOWS, PARTS), LedgerLine.of(ATTACH, PARTS)));

        assertThat(file).isEqualTo("fixtures/evidence/powernv9-6.12.95+deb13-powerpc64le-4k.yaml");
        assertThat(Files.readString(root.resolve(file)))
                .isEqualTo("""
                        # SPDX-License-Identifier: CC0-1.0
                        format: 1
                        machine: powernv9
                        kernel:
                          uname: '6.12.95+deb13-powerpc64le'
                          version: '#1 SMP Debian 6.12.95-1'
                        platform: phb4-linux-6.12.95-4k
                        fixtures:
                          - id: ATTACH-012
                            platform: phb4-linux-6.12-4k
                            hash: %s
                            compared: answer out
                          - id: DMA-WINDOW-001.two-windows
                            platform: phb4-linux-6.12-4k
                            hash: %s
                            compared: answer out
                        """.formatted(FixtureHash.of(ATTACH), FixtureHash.of(WINDOWS)));
        assertThat(Ledgers.read(root).all().get(0).witness()).isEqualTo(POWERNV9);
    }

    @Test
    void two_builds_of_one_source_are_two_kernels() throws Exception {
        CorpusIndex index = record(SOME);
        Witness second = POWERNV9.build("#2 SMP");
        observe(index, names(WINDOWS, ATTACH), List.of(LedgerLine.of(WINDOWS, PARTS), LedgerLine.of(ATTACH, PARTS)));

        String file = Ledgers.record(
                root, second, index.entries().keySet(), names(WINDOWS), List.of(LedgerLine.of(WINDOWS, PARTS)));

        assertThat(Files.readString(root.resolve(file)))
                .contains("version: '#1 SMP Debian 6.12.95-1'")
                .endsWith("    compared: answer out\n    build: '#2 SMP'\n");
        Ledgers ledgers = Ledgers.read(root);
        assertThat(ledgers.witnesses(FixtureName.of(ATTACH), FixtureHash.of(ATTACH)))
                .containsExactly(POWERNV9);
        assertThat(ledgers.witnesses(FixtureName.of(WINDOWS), FixtureHash.of(WINDOWS)))
                .containsExactly(second);
    }

    @Test
    void a_build_that_no_line_names_any_more_gives_the_ledger_to_the_next() {
        CorpusIndex index = record(SOME);
        Witness second = POWERNV9.build("#2 SMP");
        observe(index, names(ATTACH), List.of(LedgerLine.of(ATTACH, PARTS)));

        Ledgers.record(root, second, index.entries().keySet(), names(ATTACH), List.of(LedgerLine.of(ATTACH, PARTS)));

        Ledger ledger = Ledgers.read(root).all().get(0);
        assertThat(ledger.witness()).isEqualTo(second);
        assertThat(ledger.lines().values()).allMatch(line -> line.build().isEmpty());
    }

    @Test
    void a_run_of_some_fixtures_keeps_what_was_observed_of_others() {
        CorpusIndex index = record(SOME);
        observe(index, names(WINDOWS), List.of(LedgerLine.of(WINDOWS, PARTS)));

        observe(index, names(ATTACH), List.of(LedgerLine.of(ATTACH, PARTS)));

        assertThat(Ledgers.read(root).all().get(0).lines().keySet())
                .containsExactly(FixtureName.of(ATTACH), FixtureName.of(WINDOWS));
    }

    @Test
    void what_a_machine_does_not_agree_with_any_more_is_taken_out() {
        CorpusIndex index = record(SOME);
        observe(index, names(WINDOWS), List.of(LedgerLine.of(WINDOWS, PARTS)));

        observe(index, names(WINDOWS), List.of());

        assertThat(Ledgers.read(root).all().get(0).lines()).isEmpty();
    }

    @Test
    void what_is_not_in_the_corpus_any_more_is_a_stray_until_the_next_run() {
        observe(record(SOME), names(WINDOWS), List.of(LedgerLine.of(WINDOWS, PARTS)));
        CorpusIndex smaller = record(List.of(ATTACH));

        assertThat(Ledgers.read(root).strays(smaller.entries().keySet()))
                .containsExactly("fixtures/evidence/powernv9-6.12.95+deb13-powerpc64le-4k.yaml:"
                        + " has a line for DMA-WINDOW-001.two-windows phb4-linux-6.12-4k, which is not a fixture");

        observe(smaller, names(ATTACH), List.of(LedgerLine.of(ATTACH, PARTS)));
        assertThat(Ledgers.read(root).strays(smaller.entries().keySet())).isEmpty();
    }

    @Test
    void a_scenario_that_moves_and_a_rule_with_a_better_name_keep_their_evidence() {
        observe(record(SOME), names(ATTACH), List.of(LedgerLine.of(ATTACH, PARTS)));
        List<RecordedStep> renamed = ATTACH.steps().stream()
                .map(step -> new RecordedStep(step.operation(), step.outcome(), "a.better.name", Optional.empty()))
                .toList();

        CorpusIndex index = record(List.of(
                new Fixture(ATTACH.platform(), "features/other.feature", ATTACH.performed(), renamed, ATTACH.last())));

        assertThat(Ledgers.read(root).withdrawn(index)).isEmpty();
        assertThat(EvidenceTotals.of(index, Ledgers.read(root)).observed()).isEqualTo(1);
    }

    @Test
    void evidence_for_other_content_is_withdrawn() {
        observe(record(SOME), names(ATTACH), List.of(LedgerLine.of(ATTACH, PARTS)));
        Fixture changed = new Fixture(
                ATTACH.platform(),
                ATTACH.feature(),
                ATTACH.performed(),
                ATTACH.steps(),
                SampleFixtures.fixture(
                                SampleFixtures.TWO_GROUPS.replace("op: close", "op: VFIO_GET_API_VERSION"),
                                "phb4-linux-6.12-4k")
                        .last());

        CorpusIndex index = record(List.of(changed));
        Ledgers ledgers = Ledgers.read(root);

        assertThat(ledgers.withdrawn(index))
                .containsExactly("fixtures/evidence/powernv9-6.12.95+deb13-powerpc64le-4k.yaml:"
                        + " ATTACH-012 phb4-linux-6.12-4k has changed since"
                        + " powernv9 (Linux 6.12.95+deb13-powerpc64le) agreed with it");
        assertThat(ledgers.strays(index.entries().keySet())).isEmpty();
        assertThat(Evidence.of(ATTACH, ledgers).claim()).isEqualTo(Evidence.Claim.OBSERVED);
        assertThat(Evidence.of(changed, ledgers).claim()).isNotEqualTo(Evidence.Claim.OBSERVED);
    }

    @Test
    void nothing_compared_is_no_evidence() {
        assertThatThrownBy(() -> LedgerLine.of(ATTACH, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing of ATTACH-012 phb4-linux-6.12-4k was compared, which is no evidence");
    }

    @Test
    void a_broken_ledger_is_refused_where_it_breaks() {
        assertThatThrownBy(() -> Ledger.parse("""
                        format: 1
                        machine: powernv9
                        kernel:
                          uname: a
                          version: b
                        platform: phb4
                        fixtures: []
                        """, "a.yaml"))
                .hasMessage(
                        "a.yaml:6:11: expected a platform such as phb4-linux-6.12.95-4k at platform, found \"phb4\"");
    }

    @Test
    void a_checkout_without_ledgers_has_none() {
        assertThat(Ledgers.read(root)).isEqualTo(Ledgers.NONE);
    }

    @Test
    void a_machine_with_a_stand_in_bridge_is_evidence_of_its_own_kind() throws Exception {
        CorpusIndex index = record(SOME);
        Witness standIn =
                new Witness("power7", "5.10.262", "#1 SMP", PlatformId.parse("ioda1-linux-5.10.262-64k"), true);

        String file = Ledgers.record(
                root, standIn, index.entries().keySet(), names(ATTACH), List.of(LedgerLine.of(ATTACH, PARTS)));

        assertThat(Files.readString(root.resolve(file)))
                .contains("platform: ioda1-linux-5.10.262-64k\nstand_in_bridge: true\nfixtures:\n");
        Evidence evidence = Evidence.of(ATTACH, Ledgers.read(root));
        assertThat(evidence.witnesses()).containsExactly(standIn);
        assertThat(evidence).hasToString("observed, stand-in bridge, on power7 (Linux 5.10.262)");
        assertThat(EvidenceTotals.of(index, Ledgers.read(root)).standIn()).isEqualTo(1);
    }

    @Test
    void a_machine_with_the_bridge_itself_counts_for_more_than_one_with_a_stand_in() {
        CorpusIndex index = record(SOME);
        Witness standIn = new Witness("power7", "5.10.262", "#1", PlatformId.parse("ioda1-linux-5.10.262-64k"), true);
        Ledgers.record(root, standIn, index.entries().keySet(), names(ATTACH), List.of(LedgerLine.of(ATTACH, PARTS)));

        observe(index, names(ATTACH), List.of(LedgerLine.of(ATTACH, PARTS)));

        assertThat(Evidence.of(ATTACH, Ledgers.read(root)).claim()).isEqualTo(Evidence.Claim.OBSERVED);
        assertThat(EvidenceTotals.of(index, Ledgers.read(root)).standIn()).isZero();
    }

    @Test
    void totals_are_four_numbers() {
        CorpusIndex index = record(SOME);
        observe(index, names(ATTACH), List.of(LedgerLine.of(ATTACH, PARTS)));

        EvidenceTotals totals = EvidenceTotals.of(index, Ledgers.read(root));

        assertThat(totals.observed()).isEqualTo(1);
        assertThat(totals.total()).isEqualTo(SOME.size());
        assertThat(EvidenceTotals.of(SOME, Ledgers.read(root))).isEqualTo(totals);
        assertThat(new EvidenceTotals(80, 20, 30, 10))
                .hasToString("140 fixtures: 80 observed, 20 observed with a stand-in bridge, 30 read, 10 inferred");
    }

    @Test
    void the_weakest_rule_decides_where_nobody_observed() {
        assertThat(claim("container.open.opened")).isEqualTo(Evidence.Claim.READ);
        assertThat(claim("container.open.opened", "nobody.knows.it")).isEqualTo(Evidence.Claim.INFERRED);
    }

    private static Evidence.Claim claim(String... rules) {
        var entry = new org.vfiooracle.corpus.store.IndexEntry(
                FixtureName.of(ATTACH), "sha256:00", new TreeSet<>(), new TreeSet<>(List.of(rules)), new TreeSet<>());
        return Evidence.of(entry, Ledgers.NONE).claim();
    }

    private CorpusIndex record(List<Fixture> fixtures) {
        CorpusWrite.plan(Corpus.at(root), fixtures).apply();
        return Corpus.at(root).index();
    }

    private void observe(CorpusIndex index, List<FixtureName> tried, List<LedgerLine> agreed) {
        Ledgers.record(root, POWERNV9, index.entries().keySet(), tried, agreed);
    }

    private static List<FixtureName> names(Fixture... fixtures) {
        return List.of(fixtures).stream().map(FixtureName::of).toList();
    }
}
