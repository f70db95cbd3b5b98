// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.gherkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Pointer;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.generator.Subjects;

final class PromotionTest {
    private static final List<PlatformId> CORPUS =
            Platforms.load().corpus(Path.of(System.getProperty("user.dir")).getParent());

    private static final Case CASE = new Case(
            CaseId.parse("MUTANT-001"),
            "six-groups",
            Subjects.of(Subjects.POWER9, "spapr", 0).starts().get(0).process(),
            List.of(
                    new Operation.OpenContainer("C1"),
                    new Operation.OpenGroup("D", "G1"),
                    new Operation.SetContainer("G1", "C1"),
                    new Operation.SetIommu("C1", 99),
                    new Operation.SetIommu("C1", 7),
                    new Operation.RegisterMemory(
                            "C1", 23, 0, new Address.InBuffer("B1", 0), 0x10_0000, Pointer.UNMAPPED)));

    private final Promotion promotion = new Promotion(Platforms.load(), CORPUS, CASE, Subjects.POWER9);

    @Test
    void a_scenario_is_worth_writing_for_each_refusal_and_for_the_last_call() {
        assertThat(promotion.worth()).containsExactly(4, 6);
    }

    @Test
    void the_calls_before_are_givens_and_the_title_tells_what_is_wrong() {
        assertThat(promotion.scenario(6, "MEMORY-900"))
                .startsWith(
                        "@MEMORY-900",
                        "Scenario: REGISTER_MEMORY on a container with argsz 23 and a struct that cannot be read",
                        "  Given memory \"B1\" of 1 MiB",
                        "  And container \"C1\"",
                        "  And group \"G1\"",
                        "  And \"G1\" is in container \"C1\"",
                        "  And container \"C1\" has IOMMU type v2",
                        "  When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on \"C1\" with")
                .contains("    | pointer | unmapped |")
                .anyMatch(line -> line.startsWith("  Then it answers"));
    }

    @Test
    void another_memory_of_the_machine_is_said_first() {
        Case large = new Case(CASE.id(), "six-groups-64g", CASE.process(), CASE.operations());

        assertThat(new Promotion(Platforms.load(), CORPUS, large, Subjects.POWER9).scenario(6, "MEMORY-900"))
                .containsSequence("  Given a host with 64 GiB of memory", "  And memory \"B1\" of 1 MiB");
    }

    @Test
    void a_descriptor_that_is_not_open_is_opened_and_closed_first() {
        Case closed = new Case(
                CASE.id(),
                "six-groups",
                CASE.process(),
                List.of(new Operation.OpenGroup("D", "G1"), new Operation.UnsetContainer("X9")));

        assertThat(new Promotion(Platforms.load(), CORPUS, closed, Subjects.POWER9).scenario(2, "ATTACH-900"))
                .contains(
                        "Scenario: UNSET_CONTAINER on a closed descriptor",
                        "  And container \"X9\"",
                        "  And \"X9\" is closed",
                        "  When VFIO_GROUP_UNSET_CONTAINER takes \"X9\" out");
    }

    @Test
    void a_table_has_a_row_for_each_answer() {
        List<String> lines = promotion.scenario(4, "ATTACH-900");

        assertThat(lines).anyMatch(line -> line.contains("ENODEV") && line.contains("container.set-iommu.unsupported"));
    }
}
