// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vfiooracle.advice.judge.JudgedLog.PLATFORMS;
import static org.vfiooracle.advice.judge.JudgedLog.judge;
import static org.vfiooracle.advice.judge.JudgedLog.resource;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vfiooracle.advice.judge.Judgement.How;
import org.vfiooracle.engine.platform.PlatformId;

/** The traces are those of QEMU 7.2 below {@code oracle exec}, without the lines that are not about groups, memory and windows. */
final class QemuTraceTest {
    private static final String PSERIES = resource("qemu-pseries.trace");
    private static final String Q35 = resource("qemu-q35.trace");

    @ParameterizedTest
    @CsvSource({
        "qemu-pseries.trace, phb4-linux-6.12-4k, 7, 2",
        "qemu-pseries.trace, ioda2-linux-4.19-64k, 7, 2",
        "qemu-q35.trace, x86-linux-6.12-4k, 11, 2"
    })
    void the_platform_agrees_below_which_it_was_taken(String trace, String platform, int fully, int assumed) {
        Judgement judgement = judge(resource(trace), platform);

        assertThat(judgement.agrees()).isTrue();
        assertThat(judgement.counts()).isEqualTo(Map.of(How.FULLY, fully, How.ASSUMED, assumed));
    }

    @ParameterizedTest
    @CsvSource({
        "ioda1-linux-4.12-64k, VFIO_IOMMU_SPAPR_REGISTER_MEMORY, spapr.not-in-v1",
        "x86-linux-6.12-4k, VFIO_IOMMU_SPAPR_REGISTER_MEMORY, type1.dirty-pages.one-flag"
    })
    void another_platform_is_told_by_its_first_other_answer(String platform, String call, String rule) {
        Judgement.Disagreement first = judge(PSERIES, platform).first().orElseThrow();

        assertThat(first.call()).isEqualTo(call);
        assertThat(first.expected()).extracting(one -> one.rule().id()).contains(rule);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 12, 14, 16, 22})
    void an_edited_errno_is_named(int errno) {
        Judgement judgement = judge(PSERIES.replace("ret=0", "ret=-" + errno), "phb4-linux-6.12-4k");

        Judgement.Disagreement first = judgement.first().orElseThrow();
        assertThat(first.logged().line()).isEqualTo(2);
        assertThat(first.call()).isEqualTo("VFIO_IOMMU_SPAPR_REGISTER_MEMORY");
        assertThat(first.expected()).extracting(one -> one.answer().toString()).containsExactly("0");
    }

    @ParameterizedTest
    @CsvSource({
        "qemu-q35-memlock.trace, x86-linux-6.12-4k, 134217728, VFIO_IOMMU_MAP_DMA",
        "qemu-pseries-memlock.trace, phb4-linux-6.12-4k, 1000000, VFIO_IOMMU_SPAPR_REGISTER_MEMORY"
    })
    void a_limit_explains_what_it_refused(String trace, String platform, long memlock, String call) {
        assertThat(judge(resource(trace), platform).first().map(Judgement.Disagreement::call))
                .contains(call);
        PlatformId id = PlatformId.parse(platform);
        LogVerdict limited =
                LogVerdict.of(resource(trace), Map.of(id, PLATFORMS.machine(id)), OptionalLong.of(memlock));
        assertThat(limited.judgements().get(0).first()).isEqualTo(Optional.empty());
    }

    @Test
    void an_edited_message_is_named() {
        String edited = Q35.replaceFirst(
                "(region_add \\[ram] 0x0 - 0xbffff .*\n)",
                "$1qemu-system-x86_64: vfio_dma_map(0x5581, 0x0, 0xc0000, 0x7f04) = -17 (File exists)\n");

        Judgement.Disagreement first =
                judge(edited, "x86-linux-6.12-4k").first().orElseThrow();
        assertThat(first.logged().toString()).contains("0xc0000").endsWith("= EEXIST");
    }

    @Test
    void a_mapping_of_a_range_that_is_mapped_is_found() {
        String twice = Q35.replaceFirst("(?m)^vfio_listener_region_del .*\n", "");

        Judgement.Disagreement first = judge(twice, "x86-linux-6.12-4k").first().orElseThrow();
        assertThat(first.expected()).extracting(one -> one.answer().toString()).contains("EEXIST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234@1690000000.123456:", "(qemu) "})
    void what_stands_before_an_event_does_not_matter(String prefix) {
        String log = PSERIES.lines().map(line -> prefix + line + "\n").reduce("", String::concat);

        assertThat(judge(log, "phb4-linux-6.12-4k").agrees()).isTrue();
        assertThat(judge(log, "phb4-linux-6.12-4k").agreed()).isEqualTo(9);
    }

    @Test
    void a_group_that_is_still_open_is_not_taken_again_and_one_that_was_given_back_is() {
        String again = PSERIES + """
                vfio_put_base_device close vdev->fd=30
                vfio_put_group close group->fd=28
                vfio_attach_device  (0001:01:00.0) group 1
                vfio_get_device Device 0001:01:00.0 flags: 3, regions: 9, irqs: 5
                """;

        assertThat(judge(again, "phb4-linux-6.12-4k").agrees()).isTrue();
    }
}
