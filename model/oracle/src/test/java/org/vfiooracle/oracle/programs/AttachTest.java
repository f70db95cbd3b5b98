// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.oracle.programs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vfiooracle.engine.state.Buffer;

/** What each program makes of two groups, by what the kernel below it answers. */
class AttachTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    qemu-2.2 | ioda1-linux-4.12-4k | running | G1 SET_CONTAINER C1 0, C1 SET_IOMMU 2 0, G2 SET_CONTAINER C1 EBUSY, G2 SET_CONTAINER C2 0, C2 SET_IOMMU 2 0
                    qemu-2.2 | ioda2-linux-4.2-4k | running | G1 SET_CONTAINER C1 0, C1 SET_IOMMU 2 0, G2 SET_CONTAINER C1 0
                    qemu-2.6 | phb4-linux-6.12-4k | running | G1 SET_CONTAINER C1 0, C1 SET_IOMMU 2 0, G2 SET_CONTAINER C1 EBUSY, G2 SET_CONTAINER C2 0, C2 SET_IOMMU 2 0
                    qemu-2.7 | ioda1-linux-4.12-4k | exited | G1 SET_CONTAINER C1 0, C1 SET_IOMMU 7 EPERM
                    qemu-2.7 | phb4-linux-6.12-4k | running | G1 SET_CONTAINER C1 0, C1 SET_IOMMU 7 0, G2 SET_CONTAINER C1 0
                    qemu-7.2 | ioda1-linux-4.12-4k | running | G1 SET_CONTAINER C1 0, C1 SET_IOMMU 7 EPERM, C1 SET_IOMMU 2 0, G2 SET_CONTAINER C1 EBUSY, G2 SET_CONTAINER C2 0, C2 SET_IOMMU 7 EPERM, C2 SET_IOMMU 2 0
                    qemu-7.2 | phb4-linux-6.12-4k | running | G1 SET_CONTAINER C1 0, C1 SET_IOMMU 7 0, G2 SET_CONTAINER C1 0
                    qemu-7.2 | pseries-linux-6.12-4k | aborted | G1 SET_CONTAINER C1 0, C1 SET_IOMMU 7 0, G2 SET_CONTAINER C1 0
                    qemu-7.2 | x86-linux-6.12-4k | running | G1 SET_CONTAINER C1 0, C1 SET_IOMMU 3 0, G2 SET_CONTAINER C1 0
                    openvmm | phb4-linux-6.12-4k | exited | G1 SET_CONTAINER C1 0, C1 SET_IOMMU 3 ENODEV
                    openvmm | x86-linux-6.12-4k | running | G1 SET_CONTAINER C1 0, C1 SET_IOMMU 3 0, G2 SET_CONTAINER C1 0
                    dpdk-17.05 | ioda2-linux-4.2-4k | running | G1 SET_CONTAINER C1 0, C1 SET_IOMMU 1 ENODEV, C1 SET_IOMMU 7 0, G2 SET_CONTAINER C1 0
                    dpdk-26.07 | ioda1-linux-4.12-4k | running | G1 SET_CONTAINER C1 0, C1 SET_IOMMU 1 ENODEV, C1 SET_IOMMU 7 EPERM, C1 SET_IOMMU 8 ENODEV, G2 SET_CONTAINER C1 0, C1 SET_IOMMU 1 ENODEV, C1 SET_IOMMU 7 EPERM, C1 SET_IOMMU 8 ENODEV
                    dpdk-26.07 | phb4-linux-6.12-4k | running | G1 SET_CONTAINER C1 0, C1 SET_IOMMU 1 ENODEV, C1 SET_IOMMU 7 0, G2 SET_CONTAINER C1 0
                    dpdk-26.07 | ioda2-linux-4.1-4k | running | ""
                    spdk | x86-linux-6.12-4k | running | G1 SET_CONTAINER C1 0, C1 SET_IOMMU 1 0, G2 SET_CONTAINER C1 0
                    libvfn-2023 | x86-linux-6.12-4k | exited | G1 SET_CONTAINER C1 0, C1 SET_IOMMU 1 0, G2 SET_CONTAINER C1 0, C1 SET_IOMMU 1 EINVAL
                    libvfn-2024 | x86-linux-6.12-4k | running | G1 SET_CONTAINER C1 0, C1 SET_IOMMU 1 0, G2 SET_CONTAINER C1 0
                    libvfn-2026 | x86-linux-6.12-4k | running | G1 SET_CONTAINER C1 0, C1 SET_IOMMU 1 0, G2 SET_CONTAINER C2 0, C2 SET_IOMMU 1 0
                    libvfn-2026 | phb4-linux-6.12-4k | exited | ""
                    rust-vmm | ioda2-linux-4.2-4k | exited | ""
                    cloud-hypervisor | x86-linux-6.12-4k | running | G1 SET_CONTAINER C1 0, C1 SET_IOMMU 3 0, G2 SET_CONTAINER C1 0
                    """)
    void twoGroups(String program, String platform, String answer, String calls) {
        Session session = Session.on(Session.platform(platform), backing(program, platform));
        assertThat(session.start(program, "A.0@0", "B.0@0")).isEqualTo(answer);
        assertThat(session.attached()).isEqualTo(calls);
    }

    private static Buffer.Backing backing(String program, String platform) {
        if (!program.startsWith("dpdk") && !program.equals("spdk")) {
            return Buffer.Backing.PAGE;
        }
        return platform.startsWith("ioda") ? Buffer.Backing.HUGE_16M : Buffer.Backing.HUGE_2M;
    }
}
