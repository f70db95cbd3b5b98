// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.oracle.programs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.state.Buffer;

/** What programs without a pseries guest do with memory. */
class MemoryTest {
    private static final Profile POWER9 = Session.platform("phb4-linux-6.12-4k");
    private static final Profile POWER8 = Session.platform("ioda2-linux-4.2-4k");
    private static final Profile X86 = Session.platform("x86-linux-6.12-4k");
    private static final ProgramCall GROW = new ProgramCall.MemoryAdd("V1", "B2");

    @Test
    void dpdkGrewItsWindowUntil2020() {
        Session session = Session.on(POWER9, Buffer.Backing.HUGE_2M);
        session.start("dpdk-20.02", "A.0@0");
        assertThat(session.calls()).contains("C1 TCE_CREATE 21 0x4000000 1 0");
        session.told(GROW);
        assertThat(session.calls())
                .startsWith("C1 UNMAP_DMA 0x0+0x200000 0", "C1 UNREGISTER_MEMORY 0")
                .contains("C1 TCE_REMOVE 0x0 0", "C1 TCE_CREATE 21 0x8000000 1 0")
                .endsWith("C1 REGISTER_MEMORY 0", "C1 MAP_DMA 0x7e00000+0x200000 0");
        assertThat(session.departure().deviation()).isEqualTo("dpdk.window-grows");
    }

    @Test
    void dpdkHasAWindowForAllSince2020() {
        Session session = Session.on(POWER8, Buffer.Backing.HUGE_16M);
        session.start("dpdk-26.07", "A.0@0");
        assertThat(session.calls()).contains("C1 TCE_CREATE 24 0x8000000 1 0");
        session.told(GROW);
        assertThat(session.calls()).hasSize(8).startsWith("C1 REGISTER_MEMORY 0", "C1 MAP_DMA 0x4000000+0x1000000 0");
    }

    @Test
    void spdkMapsMemoryThatItHasNotRegistered() {
        Session session = Session.on(POWER8, Buffer.Backing.HUGE_16M);
        session.start("spdk", "A.0@0");
        assertThat(session.told(GROW)).isEqualTo("0");
        assertThat(session.calls()).containsExactly("C1 MAP_DMA 0x4000000+0x4000000 EINVAL");
        assertThat(session.departure().deviation()).isEqualTo("spdk.maps-unregistered-memory");
    }

    @Test
    void spdkUnmapsTheMemoryOfOthersWhenNoGroupIsLeft() {
        Session session = Session.on(X86, Buffer.Backing.HUGE_2M);
        session.start("spdk", "A.0@0");
        session.told(GROW);
        session.told(new ProgramCall.DeviceDel("V1", "A.0"));
        assertThat(session.calls())
                .containsExactly("D1 close 0", "G1 close 0", "C1 UNMAP_DMA 0x4000000+0x4000000 EINVAL");
    }

    @Test
    void spdkRemembersTheMemoryOfOthersAfterADeviceThatItCannotHave() {
        Session session = Session.on(X86, Buffer.Backing.HUGE_2M);
        session.start("spdk");
        session.told(GROW);
        assertThat(session.told(new ProgramCall.DeviceAdd("V1", "A.7", 0))).isEqualTo("failed");
        assertThat(session.told(new ProgramCall.DeviceAdd("V1", "A.0", 0))).isEqualTo("0");
        assertThat(session.calls()).endsWith("C1 MAP_DMA 0x4000000+0x4000000 0");
    }

    @Test
    void cloudHypervisorMapsMemoryAbove4GiB() {
        Session session = Session.on(X86);
        session.start("cloud-hypervisor");
        session.told(new ProgramCall.DeviceAdd("V1", "A.0", 0));
        session.told(GROW);
        assertThat(session.calls()).containsExactly("C1 MAP_DMA 0x100000000+0x4000000 0");
        session.told(new ProgramCall.DeviceDel("V1", "A.0"));
        assertThat(session.calls()).containsExactly("D1 close 0", "G1 UNSET_CONTAINER 0", "G1 close 0", "C1 close 0");
    }

    @Test
    void openVmmOpensTheNodeOfAGroupForEachDevice() {
        Session session = Session.on(X86);
        assertThat(session.start("openvmm", "C.0@0", "C.1@0")).isEqualTo("exited");
        assertThat(session.calls()).containsExactly("open fd", "open EBUSY", "G1 close 0");
        assertThat(session.departure().deviation()).isEqualTo("openvmm.group-opened-per-device");
    }

    @Test
    void aContainerOfItsOwnForEachGroup() {
        Session session = Session.on(X86);
        session.start("libvfn-2026", "A.0@0", "B.0@0");
        session.told(GROW);
        assertThat(session.calls())
                .containsExactly("C1 MAP_DMA 0x4010000+0x4000000 0", "C2 MAP_DMA 0x4010000+0x4000000 0");
        session.told(new ProgramCall.DeviceDel("V1", "B.0"));
        assertThat(session.calls()).containsExactly("D2 close 0", "G2 close 0", "C2 close 0");
    }
}
