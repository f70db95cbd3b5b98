// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.oracle.programs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.operation.ProgramCall;

/** The states of the series that gave a bridge several containers. */
class SeriesTest {
    private static final ProgramCall MAP = new ProgramCall.HPutTce("V1", 0x8000_0100L, 0, 3);

    @Test
    void theFirstVersionAskedTheNewestContainerAlone() {
        Session session = Session.on(Session.platform("ioda1-linux-4.12-4k"));
        session.start("qemu-wip-2014-12", "A.0@1", "B.0@1");
        assertThat(session.calls()).endsWith("C2 CHECK_EXTENSION 2 1", "C2 TCE_GET_INFO 0");
        assertThat(session.told(MAP)).isEqualTo("H_SUCCESS");
        assertThat(session.calls()).containsExactly("C2 MAP_DMA 0x0+0x1000 0", "C1 MAP_DMA 0x0+0x1000 0");
    }

    @Test
    void theNextOneGaveTheGuestNoWindow() {
        Session session = Session.on(Session.platform("ioda1-linux-4.12-4k"));
        session.start("qemu-wip-2015-02", "A.0@1", "B.0@1");
        assertThat(session.calls()).endsWith("G2 GET_DEVICE_FD fd", "D2 DEVICE_GET_INFO 0");
        assertThat(session.told(MAP)).isEqualTo("H_PARAMETER");

        Session one = Session.on(Session.platform("ioda1-linux-4.12-4k"));
        one.start("qemu-wip-2015-02", "A.0@1");
        assertThat(one.told(MAP)).isEqualTo("H_SUCCESS");
    }

    @Test
    void theLastOneAskedAllAndMadeWindowsInThem() {
        Session several = Session.on(Session.platform("ioda1-linux-4.2-4k"));
        several.start("qemu-wip-2015-09", "A.0@1", "B.0@1");
        assertThat(several.calls())
                .endsWith("C2 TCE_GET_INFO 0", "C1 TCE_GET_INFO 0", "C2 EEH_PE_OP 1 0", "C1 EEH_PE_OP 1 0");

        Session shared = Session.on(Session.platform("phb4-linux-6.12-4k"));
        shared.start("qemu-wip-2015-09", "A.0@1", "B.0@1");
        assertThat(shared.calls())
                .endsWith(
                        "C1 TCE_GET_INFO 0",
                        "C1 TCE_REMOVE 0x0 0",
                        "C1 TCE_REMOVE 0x0 EINVAL",
                        "C1 TCE_CREATE 12 0x80000000 2 0",
                        "C1 EEH_PE_OP 1 0");
        assertThat(shared.told(new ProgramCall.CreatePeDmaWindow("V1", 1, 16, 28)))
                .isEqualTo("0");
        assertThat(shared.told(new ProgramCall.CreatePeDmaWindow("V1", 1, 16, 28)))
                .isEqualTo("-1");
    }

    @Test
    void aBridgeOf22IsMadeForOneGroupWhichIsOpenedToAsk() {
        Session session = Session.on(Session.platform("ioda1-linux-4.12-4k"));
        session.start("qemu-2.2", "A.0@1");
        assertThat(session.calls())
                .startsWith(
                        "open fd",
                        "G1 GET_STATUS 0",
                        "open fd",
                        "C1 GET_API_VERSION 0",
                        "C1 CHECK_EXTENSION 1 0",
                        "C1 CHECK_EXTENSION 2 1",
                        "G1 SET_CONTAINER C1 0",
                        "C1 SET_IOMMU 2 0",
                        "C1 ENABLE 0",
                        "C1 CHECK_EXTENSION 2 1",
                        "G1 UNSET_CONTAINER 0",
                        "C1 close 0",
                        "G1 close 0");
        assertThat(session.calls()).contains("C2 TCE_GET_INFO 0", "C3 ENABLE 0");
    }

    @Test
    void eehTakesOneContainerWithOneGroup() {
        Session session = Session.on(Session.platform("ioda1-linux-4.12-4k"));
        session.start("qemu-7.2", "A.0@0");
        assertThat(session.told(new ProgramCall.SetEehOption("V1", "A.0", 1))).isEqualTo("0");
        assertThat(session.told(new ProgramCall.SetEehOption("V1", "A.0", 9))).isEqualTo("-3");
        session.told(new ProgramCall.DeviceAdd("V1", "B.0", 0));
        assertThat(session.told(new ProgramCall.ReadSlotResetState("V1", "A.0")))
                .isEqualTo("-3");
        assertThat(session.calls()).isEmpty();
    }
}
