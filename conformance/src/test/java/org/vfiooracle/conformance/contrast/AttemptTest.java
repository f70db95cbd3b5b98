// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.contrast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.oracle.Machine;

/** The table of strategies says what becomes of two groups. Source: userspace of 2015 and later; the story in docs/explanation/seed.md. */
final class AttemptTest {
    private static final Platforms PLATFORMS = Platforms.load();

    private static Attempt of(String program, String platform) {
        Machine machine = PLATFORMS.machine(PlatformId.parse(platform));
        return Attempt.of(program, machine, PLATFORMS.topology("two-phbs", machine.profile()));
    }

    @ParameterizedTest
    @CsvSource({
        // POWER7 refuses the second group, and QEMU takes a second container.
        "qemu-7.2, ioda1-linux-4.12-4k, 2, 1 + 1, VFIO_GROUP_SET_CONTAINER EBUSY, running",
        // POWER8 after the series shares, and x86 always did.
        "qemu-7.2, ioda2-linux-4.2-4k, 1, 2, '', running",
        "qemu-7.2, x86-linux-6.12-4k, 1, 2, '', running",
        // Its default window cannot be removed.
        "qemu-7.2, ioda1-linux-4.2-4k, 1, 1, VFIO_IOMMU_SPAPR_TCE_REMOVE EPERM, exited",
        // Before 2.12 nothing was tried in place of v2.
        "qemu-2.11, ioda1-linux-4.12-4k, 1, 1, VFIO_SET_IOMMU EPERM, exited",
        // A type for POWER is none that it knows.
        "openvmm, x86-linux-6.12-4k, 1, 2, '', running"
    })
    void what_becomes_of_two_groups(
            String program, String platform, int containers, String groups, String decided, String result) {
        Attempt attempt = of(program, platform);

        assertThat(List.of(attempt.containers(), attempt.groups(), attempt.decided(), attempt.result()))
                .containsExactly(containers, groups, decided, result);
    }

    @Test
    void platforms_on_which_it_comes_to_the_same_are_together() {
        List<PlatformId> on = List.of(
                PlatformId.parse("ioda2-linux-4.2-64k"),
                PlatformId.parse("ioda1-linux-4.12-64k"),
                PlatformId.parse("phb4-linux-6.12-4k"));

        Attempts attempts = Attempts.of("qemu-7.2", PLATFORMS, on);

        assertThat(attempts.rows().values()).containsExactly(List.of(on.get(0), on.get(2)), List.of(on.get(1)));
    }
}
