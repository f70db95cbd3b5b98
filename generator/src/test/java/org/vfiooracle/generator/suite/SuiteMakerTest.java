// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vfiooracle.conformance.random.Danger;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.generator.Subjects;
import org.vfiooracle.generator.alphabet.AlphabetFile;
import org.vfiooracle.generator.explore.Exploration;
import org.vfiooracle.generator.strength.Matrix;
import org.vfiooracle.generator.strength.Strength;
import org.vfiooracle.generator.strength.Survivors;
import org.vfiooracle.protocol.message.PerformedCalls;

final class SuiteMakerTest {
    private final Campaign campaign = new Campaign(
            Subjects.POWER8,
            AlphabetFile.carried("spapr"),
            1,
            PerformedCalls.named(List.of(
                    "open",
                    "close",
                    "VFIO_GROUP_SET_CONTAINER",
                    "VFIO_SET_IOMMU",
                    "VFIO_IOMMU_SPAPR_REGISTER_MEMORY",
                    "VFIO_IOMMU_MAP_DMA")));

    @Test
    void each_case_is_short_and_reaches_what_it_says() {
        Aim aim = campaign.decisions(DecisionAim.Detail.PAIRS);

        List<Draft> drafts = drafts(aim, 12);

        Set<String> reached = new HashSet<>();
        drafts.forEach(draft -> reached.addAll(draft.goals()));
        assertThat(reached)
                .containsAll(aim.witnesses().keySet())
                .contains("VFIO_IOMMU_MAP_DMA spapr.map.argsz", "VFIO_SET_IOMMU container.set-iommu.already-set");
        assertThat(drafts).allMatch(draft -> draft.operations().size() <= 12);
    }

    @Test
    void a_suite_against_mistakes_catches_them_and_the_matrix_agrees() {
        MutantAim aim = campaign.mutants();
        List<Draft> drafts = drafts(aim, 12);
        Set<String> goals = aim.witnesses().keySet();

        Matrix matrix =
                Matrix.of(cases(drafts), campaign.subject().machine(), campaign::topology, campaign.mutants(), goals);

        Set<String> caught = new LinkedHashSet<>();
        matrix.rows().forEach(row -> caught.addAll(row.goals()));
        assertThat(goals).hasSizeGreaterThan(100);
        assertThat(caught).containsAll(goals);
        for (int i = 0; i < drafts.size(); i++) {
            assertThat(matrix.rows().get(i).goals()).containsAll(drafts.get(i).goals());
        }
    }

    @Test
    void no_case_may_hang_or_spoil_a_machine() {
        for (Case one : cases(drafts(campaign.mutants(), 12))) {
            assertThat(new Danger(Platforms.load())
                            .of(Performance.predicted(
                                    one,
                                    Subjects.POWER8,
                                    campaign.plain().machine(),
                                    campaign.topology(one.topology()),
                                    "")))
                    .isEmpty();
        }
    }

    @Test
    void the_first_cases_of_a_cover_are_the_most_rewarding() {
        Aim aim = campaign.decisions(DecisionAim.Detail.RULES);
        List<Draft> drafts = drafts(aim, 6);
        Matrix matrix = Matrix.of(
                cases(drafts),
                campaign.subject().machine(),
                campaign::topology,
                aim,
                aim.witnesses().keySet());

        Cover all = Cover.of(matrix.rows(), Cover.Budget.NONE);
        Cover two = Cover.of(matrix.rows(), new Cover.Budget(2, Double.MAX_VALUE));

        assertThat(all.curve().get(all.curve().size() - 1).goals()).isEqualTo(all.all());
        assertThat(two.chosen()).isEqualTo(all.chosen().subList(0, 2));
        assertThat(Cover.of(matrix.rows(), new Cover.Budget(9, 0)).chosen()).isEmpty();
    }

    @Test
    void a_mistake_that_no_case_notices_is_told_with_calls_that_would_or_with_a_reason() {
        Case nothing = new Case(
                CaseId.parse("MUTANT-001"),
                "six-groups",
                campaign.subject().alphabet().processes().get(0),
                List.of(new org.vfiooracle.engine.operation.Operation.OpenContainer("C1")));
        Survivors survivors = Survivors.parse("""
                survivors:
                  - mutant: 'VFIO_SET_IOMMU/*/check-removed'
                    kind: out-of-scope
                    why: 'for this test'
                """, "survivors.yaml");

        Strength strength = Strength.of(campaign, List.of(nothing), survivors, 1);

        assertThat(strength.fates()).filteredOn(Strength.Fate::caught).isNotEmpty();
        assertThat(strength.fates())
                .filteredOn(fate -> fate.mutant().id().equals("VFIO_IOMMU_MAP_DMA/spapr.map.argsz/check-removed"))
                .singleElement()
                .satisfies(fate -> assertThat(fate.deeper()).isNotEmpty())
                .matches(Strength.Fate::open);
        assertThat(strength.fates())
                .filteredOn(fate ->
                        fate.mutant().id().equals("VFIO_SET_IOMMU/container.set-iommu.already-set/check-removed"))
                .singleElement()
                .matches(fate -> !fate.open());
    }

    private List<Draft> drafts(Aim aim, int most) {
        Exploration exploration = campaign.exploration(1, List.of(aim.watcher()), reached -> {});
        exploration.run();
        return campaign.maker(aim, most).make(exploration, (done, of) -> {});
    }

    private static List<Case> cases(List<Draft> drafts) {
        List<Case> cases = new ArrayList<>();
        for (Draft draft : drafts) {
            CaseId id = new CaseId("MUTANT-001", Optional.of(String.format(Locale.ROOT, "n%d", cases.size())));
            cases.add(new Case(id, "six-groups", draft.process(), draft.operations()));
        }
        return cases;
    }
}
