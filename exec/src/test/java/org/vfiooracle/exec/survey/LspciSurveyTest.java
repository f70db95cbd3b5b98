// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.topology.Device;

final class LspciSurveyTest {
    private static final String PEOPLE = """
            00:1c.0 PCI bridge [0604]: Some Vendor Root Port [8086:a330] (rev f0) (prog-if 00 [Normal decode])
            	Bus: primary=00, secondary=03, subordinate=03, sec-latency=0
            	IOMMU group: 7
            	Capabilities: [40] Express (v2) Root Port (Slot+), MSI 00

            02:00.0 Non-Volatile memory controller [0108]: Some Vendor Disk [144d:a808] (prog-if 02 [NVM Express])
            	NUMA node: 0
            	IOMMU group: 12
            	Region 0: Memory at f7d00000 (64-bit, non-prefetchable) [size=16K]
            	Capabilities: [70] Express (v2) Endpoint, MSI 00
            			ExtTag+ AttnBtn- AttnInd- PwrInd- RBE+ FLReset+ SlotPowerLimit 25W
            	Capabilities: [160 v1] Single Root I/O Virtualization (SR-IOV)
            		Region 0: Memory at f7e00000 (64-bit, non-prefetchable) [size=32K]

            03:00.0 VGA compatible controller [0300]: A, Inc. [A/B] Navi [Radeon] [1002:731f] (rev c1)
            	IOMMU group: 13
            	Region 0: Memory at 7c00000000 (64-bit, prefetchable) [size=8G]
            	Region 2: Memory at <unassigned> (64-bit, prefetchable) [disabled] [size=256M]
            	Region 4: I/O ports at e000 [size=256]
            	Region 5: Memory at fcb00000 (32-bit, non-prefetchable) [size=512K]
            	Capabilities: [50] Power Management version 3
            		Status: D0 NoSoftRst+ PME-Enable- DSel=0 DScale=0 PME-
            """;

    @Test
    void what_people_read_has_all_but_the_memory() {
        Survey survey = LspciSurvey.of(PEOPLE, "FILE");

        assertThat(survey.ram()).isEmpty();
        assertThat(TopologyText.of(survey.withRam(0x8_0000_0000L, "--ram 32G"), "mine"))
                .isEqualTo("""
                        # A real computer, as oracle topology found it. Source: FILE
                        # 2 groups, 2 devices, 1 PHB; left out: 1 bridge, 0 devices in no IOMMU group
                        # not known: lspci shows no root buses: each PCI domain counts as one bridge
                        topology: 'mine'
                        # --ram 32G
                        ram: '0x800000000'
                        groups:
                          - alias: 'A'
                            # IOMMU group 12, below PCI domain 0000
                            number: 12
                            phb: 0
                            devices:
                              - address: '0000:02:00.0'
                                model: '144d:a808 class 010802 bars 0x4000/64'
                                # FLReset+ or FLR+
                                reset: own
                          - alias: 'B'
                            # IOMMU group 13, below PCI domain 0000
                            number: 13
                            phb: 0
                            devices:
                              - address: '0000:03:00.0'
                                model: '1002:731f class 030000 bars 0x200000000/64,0,0x10000000/64,0,0x100/io,0x80000'
                                # alone behind a bridge, without FLReset+, FLR+ and NoSoftRst-
                                reset: bus
                        """);
    }

    @Test
    void what_programs_read_shows_no_bars_and_says_so() {
        Survey survey = LspciSurvey.of("""
                Slot:	0001:02:00.0
                Class:	Non-Volatile memory controller [0108]
                Vendor:	Some Vendor [144d]
                Device:	A Disk [a808]
                ProgIf:	02
                IOMMUGroup:	12
                """, "FILE");

        FoundDevice device = survey.devices().get(0);
        assertThat(device.address()).isEqualTo("0001:02:00.0");
        assertThat(device.ids().words()).isEqualTo("144d:a808 class 010802 bars 0x1000");
        assertThat(device.reset()).isEqualTo(Device.Reset.OWN);
        assertThat(survey.gaps())
                .anyMatch(gap -> gap.contains("no regions"))
                .anyMatch(gap -> gap.contains("no capabilities"));
    }

    @Test
    void numbers_alone_and_the_short_form_are_read_too() {
        Survey survey = LspciSurvey.of("""
                0000:02:00.0 0200: 8086:10d3 (rev 01)
                	Flags: bus master, fast devsel, latency 0, IRQ 16, NUMA node 0, IOMMU group 4
                	Memory at f7d00000 (64-bit, non-prefetchable) [size=128K]
                	I/O ports at e000 [size=32]
                """, "FILE");

        assertThat(survey.devices().get(0).ids().words()).isEqualTo("8086:10d3 class 020000 bars 0x20000/64,0,0x20/io");
        assertThat(survey.devices().get(0).group()).hasValue(4);
    }

    @Test
    void what_cannot_be_used_is_refused_with_its_line() {
        assertThatThrownBy(() -> LspciSurvey.of("\u0001\u0002\n", "FILE"))
                .isInstanceOf(NotSurveyed.class)
                .hasMessageContainingAll("FILE", "what lspci prints", "\\x01", "lspci -Dvvvnn");
        assertThatThrownBy(() -> LspciSurvey.of("", "FILE")).hasMessageContaining("found:    nothing");
        assertThatThrownBy(() -> LspciSurvey.of("\n02:00.0 Ethernet controller: A Card (rev 01)\n", "FILE"))
                .hasMessageContainingAll("FILE:2", "[8086:10fb]", "-nn");
        assertThatThrownBy(() -> LspciSurvey.of(PEOPLE + "\n" + PEOPLE, "FILE"))
                .hasMessageContainingAll("FILE:24", "0000:00:1c.0 again");
        assertThatThrownBy(() -> LspciSurvey.of("02:00.0 0200: 8086:10d3\n", "FILE"))
                .hasMessageContainingAll("IOMMU group: 12", "PCI devices in all: 1", "intel_iommu=on");
    }
}
