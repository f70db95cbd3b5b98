// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vfiooracle.documents.facts.CallFacts;
import org.vfiooracle.documents.facts.CallPart;
import org.vfiooracle.documents.facts.EraTable;

final class PartTableTest {
    @Test
    void a_call_begins_with_what_is_asked_of_its_descriptor() {
        assertThat(CallFacts.calls())
                .hasSizeGreaterThan(25)
                .filteredOn(call -> call.startsWith("VFIO_"))
                .hasSizeGreaterThan(17)
                .allSatisfy(call -> assertThat(table(call, call).get(2))
                        .contains("<br>[`fd.bad-descriptor`](../rules/descriptors.md#fdbad-descriptor) |"));
    }

    @Test
    void the_parts_that_a_call_performs_follow_it() {
        assertThat(CallPart.of("VFIO_GROUP_SET_CONTAINER"))
                .extracting(CallPart::name)
                .startsWith("VFIO_GROUP_SET_CONTAINER", "container.join")
                .contains("spapr.attach", "type1.attach");
    }

    @Test
    void a_column_is_a_run_of_releases_with_the_same_list() {
        List<String> attach = table("VFIO_GROUP_SET_CONTAINER", "spapr.attach");

        assertThat(attach.get(0))
                .isEqualTo("| no. | checks or does | 4.1 | 4.2..4.9 | 4.10..4.11 | 4.12..6.3 | 6.4..6.10"
                        + " | 6.11..6.13 | 6.14.. |");
        assertThat(attach)
                .contains(
                        "| 4 | A container accepts a second group only if the group can hand over the ownership of its"
                                + " tables<br>[`spapr.attach.no-ownership`](../rules/spapr-attach.md#spaprattachno-ownership)"
                                + " | - | EBUSY | EBUSY | EBUSY | - | - | - |")
                .anyMatch(line -> line.startsWith("- 4")
                        && line.contains("drivers/vfio/vfio_iommu_spapr_tce.c: tce_iommu_attach_group, 4.2..6.3"));
    }

    @Test
    void the_same_check_of_other_eras_is_one_line_unless_its_place_differs() {
        List<String> call = table("VFIO_GROUP_SET_CONTAINER", "VFIO_GROUP_SET_CONTAINER");

        assertThat(call).filteredOn(line -> line.contains("no-container")).hasSize(1);
        assertThat(call).filteredOn(line -> line.contains("already-in")).hasSize(2);
    }

    @Test
    void what_is_taken_back_and_who_departs_stands_below() {
        assertThat(table("VFIO_GROUP_SET_CONTAINER", "container.join"))
                .contains("When a later line refuses, these steps are undone: 2 *claim DMA ownership*.");
        assertThat(table("VFIO_IOMMU_MAP_DMA", "VFIO_IOMMU_MAP_DMA"))
                .anyMatch(line -> line.contains("EINVAL, in fact 1 ("))
                .anyMatch(line -> line.contains("`spapr.misaligned-iova-answers-1`, 4.12..: "));
    }

    private static List<String> table(String call, String name) {
        CallPart part = CallPart.of(call).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new PartTable(new EraTable(part, rule -> "somewhere")).lines();
    }
}
