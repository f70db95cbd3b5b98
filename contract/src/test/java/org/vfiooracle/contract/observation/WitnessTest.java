// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.observation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.platform.PlatformId;

final class WitnessTest {
    private static final PlatformId PLATFORM = PlatformId.parse("phb4-linux-6.12-4k");

    @Test
    void a_program_above_the_model_has_a_ledger_for_each_platform_and_is_no_kernel() {
        Witness witness = Witness.program("qemu-system-ppc64-7.2.22", PLATFORM);

        assertThat(witness.fileName()).isEqualTo("qemu-system-ppc64-7.2.22-model-phb4-linux-6.12-4k.yaml");
        assertThat(witness).hasToString("qemu-system-ppc64-7.2.22 above the model");
    }

    @Test
    void a_machine_is_named_with_its_kernel() {
        Witness witness = new Witness("powernv9", "6.12.95+deb13-powerpc64le", "#1", PLATFORM);

        assertThat(witness.fileName()).isEqualTo("powernv9-6.12.95+deb13-powerpc64le-4k.yaml");
        assertThat(witness).hasToString("powernv9 (Linux 6.12.95+deb13-powerpc64le)");
    }
}
