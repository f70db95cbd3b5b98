// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.memlock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vfiooracle.contract.fixture.PerformedOperation;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Errno;
import org.vfiooracle.engine.platform.PlatformId;

final class LockedMemoryTest {
    private static final long GIB = 1L << 30;

    private static LockAnswer ask(String platform, LockQuestion question) {
        return LockedMemory.of(question, Platforms.load().machine(PlatformId.parse(platform)));
    }

    private static LockQuestion plain(long ram, int devices, WantedWindow... windows) {
        return new LockQuestion(ram, devices, Optional.empty(), List.of(windows), false);
    }

    /** A vendor's tool told the size of the memory alone for years. */
    @Test
    void the_table_of_a_window_comes_on_top_of_the_memory() {
        LockAnswer answer = ask("pseries-linux-6.12-64k", plain(128 * GIB, 1, new WantedWindow(16, 128 * GIB, 1)));

        assertThat(answer.refused()).isEmpty();
        assertThat(answer.bytes() / 1024).isEqualTo(134_234_112);
    }

    @Test
    void one_page_less_refuses_the_last_thing_that_is_counted() {
        LockAnswer answer = ask("pseries-linux-6.12-64k", plain(128 * GIB, 1, new WantedWindow(16, 128 * GIB, 1)));

        PerformedOperation below = answer.below().orElseThrow();
        assertThat(below.operation().name()).isEqualTo("VFIO_IOMMU_SPAPR_TCE_CREATE");
        assertThat(below.transition().outcome().answer()).isEqualTo(Answer.of(Errno.ENOMEM));
        assertThat(answer.shares()).extracting(LockShare::pages).containsExactly(2_097_152L, 256L);
    }

    /** The default window is made, and counted, when something is first mapped. */
    @Test
    void a_window_counts_that_is_made_late() {
        LockAnswer answer = ask("phb4-linux-6.12-64k", plain(64 * GIB, 2));

        assertThat(answer.containers()).isEqualTo(1);
        assertThat(answer.shares()).extracting(LockShare::pages).containsExactly(1_048_576L, 128L);
    }

    @Test
    void a_shadow_counts_that_is_made_by_the_first_map() {
        LockAnswer answer = ask("ioda2-linux-4.12-64k", plain(8 * GIB, 1, new WantedWindow(16, 8 * GIB, 1)));

        assertThat(answer.shares())
                .extracting(LockShare::what)
                .anySatisfy(what -> assertThat(what).endsWith("table"))
                .anySatisfy(what -> assertThat(what).endsWith("shadow of user addresses"));
    }

    @Test
    void what_is_counted_only_while_windows_change_is_needed_too() {
        LockAnswer answer = ask("ioda2-linux-4.2-64k", plain(8 * GIB, 1, new WantedWindow(16, 8 * GIB, 1)));

        assertThat(answer.passing()).isPositive();
    }

    /** One group fits into a container; registered memory counts once all the same, windows do not. */
    @Test
    void groups_that_cannot_share_a_container_each_have_windows() {
        LockAnswer answer = ask("ioda1-linux-4.2-64k", plain(8 * GIB, 2));

        assertThat(answer.containers()).isEqualTo(2);
        assertThat(answer.shares()).hasSize(3);
    }

    @Test
    void version_1_is_used_where_there_is_no_other() {
        LockAnswer answer = ask("ioda2-linux-4.1-64k", plain(8 * GIB, 1));

        assertThat(answer.bytes()).isEqualTo(2 * GIB);
        assertThat(answer.below().orElseThrow().operation().name()).isEqualTo("VFIO_IOMMU_ENABLE");
    }

    @Test
    void below_a_virtual_iommu_each_device_has_all_of_the_memory() {
        LockAnswer answer = ask("x86-linux-6.12-4k", new LockQuestion(16 * GIB, 3, Optional.empty(), List.of(), true));

        assertThat(answer.bytes()).isEqualTo(3 * 16 * GIB);
    }

    @Test
    void the_guest_of_qemu_makes_a_window_over_its_memory() {
        LockAnswer answer =
                ask("phb4-linux-6.12-64k", new LockQuestion(64 * GIB, 1, Optional.of("qemu-7.2"), List.of(), false));

        assertThat(answer.bytes()).isEqualTo(64 * GIB + (4 << 20) + (16 << 20));
        assertThat(answer.below().orElseThrow().operation().name()).isEqualTo("ibm,create-pe-dma-window");
    }

    @Test
    void a_call_that_fails_whatever_the_limit_is_told() {
        LockAnswer answer = ask("phb4-linux-6.12-4k", plain(64 * GIB, 1, new WantedWindow(24, 64 * GIB, 1)));

        assertThat(answer.refused().orElseThrow().transition().rule().id()).isEqualTo("spapr.create.page-size");
    }

    /** It goes on, and its devices are gone. */
    @Test
    void a_program_that_goes_on_without_its_devices_has_failed() {
        LockAnswer answer =
                ask("x86-linux-6.12-4k", new LockQuestion(64 * GIB, 1, Optional.of("dpdk-22.11"), List.of(), false));

        assertThat(answer.refused()).isPresent();
    }

    @Test
    void a_program_that_would_go_on_without_its_devices_needs_the_memory_all_the_same() {
        LockAnswer answer =
                ask("x86-linux-6.12-4k", new LockQuestion(GIB, 1, Optional.of("dpdk-22.11"), List.of(), false));

        assertThat(answer.bytes()).isEqualTo(GIB);
    }
}
