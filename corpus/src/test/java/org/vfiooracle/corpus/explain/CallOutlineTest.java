// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.Deviation;

final class CallOutlineTest {
    private static final Platforms PLATFORMS = Platforms.load();

    @Test
    void knows_every_call_and_no_procedure_that_is_only_a_part_of_one() {
        List<String> calls = outline("phb4-linux-6.12-4k").calls();

        assertThat(calls).contains("VFIO_GROUP_SET_CONTAINER", "VFIO_IOMMU_MAP_DMA", "close", "open /dev/vfio/N");
        assertThat(calls).noneMatch(call -> call.startsWith("spapr."));
    }

    @Test
    void lists_checks_in_the_order_in_which_they_win() {
        List<CallEntry> entries = outline("phb4-linux-6.12-4k").of("VFIO_IOMMU_SPAPR_TCE_REMOVE");

        assertThat(entries)
                .filteredOn(entry -> entry.kind() == CallEntry.Kind.CHECK)
                .extracting(entry -> entry.answer().orElseThrow() + " " + entry.text())
                .containsExactly(
                        "EBADF fd.bad-descriptor",
                        "ENOTTY fd.wrong-kind",
                        "EINVAL container.no-iommu",
                        "EPERM spapr.foreign-process",
                        "ENOTTY spapr.not-in-v1",
                        "EFAULT struct.unreadable",
                        "EINVAL spapr.remove.argsz",
                        "EINVAL spapr.remove.flags",
                        "EINVAL spapr.remove.no-window",
                        "EPERM spapr.remove.fixed");
    }

    @Test
    void leaves_out_what_is_only_asked_of_a_request_on_another_kind_of_descriptor() {
        assertThat(outline("phb4-linux-6.12-4k").asMeant("VFIO_GROUP_SET_CONTAINER"))
                .extracting(CallEntry::text)
                .startsWith("fd.bad-descriptor", "fd.wrong-kind")
                .doesNotContain("spapr.foreign-process", "container.no-iommu");
    }

    @Test
    void what_a_step_performs_is_one_deeper() {
        List<CallEntry> entries = outline("ioda2-linux-4.2-64k").of("VFIO_GROUP_SET_CONTAINER");

        assertThat(entries).anySatisfy(entry -> {
            assertThat(entry.text()).isEqualTo("spapr.attach.no-ownership");
            assertThat(entry.depth()).isEqualTo(3);
            assertThat(entry.answer().map(Answer::toString)).contains("EBUSY");
        });
    }

    @Test
    void leaves_out_the_other_driver() {
        assertThat(outline("x86-linux-6.12-4k").of("VFIO_SET_IOMMU"))
                .extracting(CallEntry::text)
                .contains("type1.attach.joined")
                .noneMatch(text -> text.startsWith("spapr."));
    }

    @Test
    void names_the_deviations_that_change_a_call() {
        CallOutline outline = outline("phb4-linux-6.12-4k");

        assertThat(outline.deviations("VFIO_IOMMU_MAP_DMA"))
                .extracting(Deviation::id)
                .contains("spapr.misaligned-iova-answers-1");
        assertThat(outline.deviations("VFIO_GET_API_VERSION")).isEmpty();
    }

    @Test
    void refuses_a_name_that_is_no_call() {
        assertThatThrownBy(() -> outline("phb4-linux-6.12-4k").of("VFIO_NO_SUCH"))
                .hasMessage("no call is named VFIO_NO_SUCH");
    }

    private static CallOutline outline(String platform) {
        return new CallOutline(PLATFORMS.machine(PlatformId.parse(platform)));
    }
}
