// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.oracle.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.oracle.ProgramChanges;
import org.vfiooracle.oracle.ProgramDeviations;
import org.vfiooracle.oracle.Strategies;
import org.vfiooracle.programs.vmm.ProgramDeviation;
import org.vfiooracle.programs.vmm.Strategy;

/** What programs do wrong: it can be switched off and on, and the machine says what was intended. */
class DeviationTest {
    private static final Profile POWER7 = Session.platform("ioda1-linux-4.12-4k");
    private static final Profile POWER9 = Session.platform("phb4-linux-6.12-4k");
    private static final long DEFAULT_WINDOW = 0x8000_0000L;
    private static final long OTHER_WINDOW = 0x8000_0001L;

    @Test
    void everyBugOfEveryProgramCanBeSwitched() {
        for (Strategy strategy : Strategies.all()) {
            assertThat(strategy.possible()).containsAll(strategy.deviations());
            for (ProgramDeviation bug : strategy.possible()) {
                Strategy with = strategy.deviations().contains(bug) ? strategy : strategy.with(bug);
                assertThat(with.deviations()).contains(bug);
                assertThat(with.without(bug).deviations()).doesNotContain(bug);
                assertThat(ProgramDeviations.find(bug.id())).contains(bug);
            }
        }
    }

    @Test
    void aRefusedTypeWasMeantToBeReplaced() {
        Session session = Session.on(POWER7);
        assertThat(session.start("qemu-2.7", "A.0@0")).isEqualTo("exited");
        assertThat(departure(session)).isEqualTo("qemu.no-v1-fallback: running");
    }

    @Test
    void onlyTheNewestContainerIsToldWhenThatIsSeeded() {
        ProgramCall map = new ProgramCall.HPutTce("V1", DEFAULT_WINDOW, 0, 3);
        Session released = Session.on(POWER7);
        released.start("qemu-7.2", "A.0@0", "B.0@0");
        released.told(map);
        assertThat(released.calls()).containsExactly("C2 MAP_DMA 0x0+0x1000 0", "C1 MAP_DMA 0x0+0x1000 0");

        Session seeded = Session.on(POWER7, seeding("qemu.first-container-only"));
        seeded.start("qemu-7.2", "A.0@0", "B.0@0");
        seeded.told(map);
        assertThat(seeded.calls()).containsExactly("C2 MAP_DMA 0x0+0x1000 0");
        assertThat(departure(seeded)).isEqualTo("qemu.first-container-only: H_SUCCESS");
    }

    @Test
    void aResetBefore27LeavesMappingsInTheContainer() {
        Session session = Session.on(POWER7);
        session.start("qemu-2.6", "A.0@0");
        session.told(new ProgramCall.HPutTce("V1", DEFAULT_WINDOW, 0, 3));
        session.told(new ProgramCall.SystemReset("V1"));
        assertThat(session.calls()).containsExactly("C1 EEH_PE_OP 1 0");
        assertThat(departure(session)).isEqualTo("qemu.reset-keeps-mappings: 0");
    }

    @Test
    void anEntryThatIsClearedOutsideOfMemoryStaysMappedTo28() {
        ProgramCall clear = new ProgramCall.HPutTce("V1", DEFAULT_WINDOW, 0, 0x1000_0000);
        Session released = Session.on(POWER9);
        released.start("qemu-2.8", "A.0@0");
        released.told(new ProgramCall.HPutTce("V1", DEFAULT_WINDOW, 0, 3));
        released.told(clear);
        assertThat(released.calls()).isEmpty();
        assertThat(departure(released)).isEqualTo("qemu.unmap-needs-memory: H_SUCCESS");

        Session fixed = Session.on(POWER9);
        fixed.start("qemu-2.9", "A.0@0");
        fixed.told(new ProgramCall.HPutTce("V1", DEFAULT_WINDOW, 0, 3));
        fixed.told(clear);
        assertThat(fixed.calls()).containsExactly("C1 UNMAP_DMA 0x0+0x1000 0");
    }

    @Test
    void aFreedContainerThatListensMakesWhatFollowsUnknownFrom27To81() {
        ProgramCall plug = new ProgramCall.DeviceAdd("V1", "A.0", 0);
        for (String version : List.of("qemu-2.12", "qemu-7.2", "qemu-8.1")) {
            Session session = Session.on(Session.platform("ioda1-linux-4.2-4k"));
            session.start(version);
            assertThat(session.told(plug)).isEqualTo("failed");
            assertThat(session.told(new ProgramCall.HPutTce("V1", DEFAULT_WINDOW, 0, 3)))
                    .isEqualTo("H_SUCCESS");
            assertThatThrownBy(() -> session.told(plug))
                    .isInstanceOf(NotModelled.class)
                    .hasMessageContaining("still listens to memory");
            assertThatThrownBy(() -> session.told(new ProgramCall.SystemReset("V1")))
                    .isInstanceOf(NotModelled.class);
            assertThat(session.told(new ProgramCall.Quit("V1"))).isEqualTo("0");
        }
        Session fixed = Session.on(Session.platform("ioda1-linux-4.2-4k"));
        fixed.start("qemu-8.2");
        assertThat(fixed.told(plug)).isEqualTo("failed");
        assertThat(fixed.told(plug)).isEqualTo("failed");
    }

    @Test
    void aWindowInThePlaceOfTheDefaultOneCountsAsIt() {
        Session session = guest();
        session.told(new ProgramCall.RemovePeDmaWindow("V1", DEFAULT_WINDOW));
        session.told(new ProgramCall.CreatePeDmaWindow("V1", 0, 16, 28));
        session.told(new ProgramCall.RemovePeDmaWindow("V1", DEFAULT_WINDOW));
        assertThat(session.calls()).containsExactly("C1 UNMAP_DMA 0x0+0x10000000 0", "C1 TCE_REMOVE 0x0 0");
        assertThat(departure(session)).isEqualTo("qemu.default-mark-stays: 0");
    }

    @Test
    void twoWindowsAreAtOneAddressAndOneIsHidden() {
        Session session = guest();
        session.told(new ProgramCall.CreatePeDmaWindow("V1", 0, 16, 28));
        session.told(new ProgramCall.RemovePeDmaWindow("V1", DEFAULT_WINDOW));
        assertThat(session.told(new ProgramCall.CreatePeDmaWindow("V1", 0, 16, 28)))
                .isEqualTo("0");
        assertThat(session.calls()).isEmpty();
        assertThat(departure(session)).isEqualTo("qemu.two-windows-at-one-address: 0");
        session.told(new ProgramCall.RemovePeDmaWindow("V1", OTHER_WINDOW));
        assertThat(session.calls())
                .startsWith("C1 UNMAP_DMA 0x800000000000000+0x10000000 0", "C1 TCE_REMOVE 0x800000000000000 0");
    }

    @Test
    void aWindowWithoutEntriesStandsInTheWay() {
        Session session = guest();
        assertThat(session.told(new ProgramCall.CreatePeDmaWindow("V1", 0, 12, 44)))
                .isEqualTo("-1");
        assertThat(session.told(new ProgramCall.CreatePeDmaWindow("V1", 0, 16, 28)))
                .isEqualTo("aborted");
        assertThat(departure(session)).isEqualTo("qemu.empty-table-stays: 0");
    }

    @Test
    void theLevelsOfAVastWindowAreThoseOfNone() {
        Session session = Session.on(Session.platform("ioda2-linux-4.2-4k"));
        session.start("qemu-7.2", "A.0@0");
        assertThat(session.told(new ProgramCall.CreatePeDmaWindow("V1", 0, 16, 47)))
                .isEqualTo("aborted");
        assertThat(session.calls()).startsWith("C1 TCE_CREATE 12 0x800000000000 4 EINVAL", "G1 close 0");
        assertThat(departure(session)).isEqualTo("qemu.entries-truncated: aborted");
    }

    private static Session guest() {
        Session session = Session.on(POWER9);
        session.start("qemu-7.2", "A.0@0");
        return session;
    }

    private static ProgramChanges seeding(String id) {
        return new ProgramChanges(List.of(ProgramDeviations.find(id).orElseThrow()), List.of());
    }

    private static String departure(Session session) {
        Transition.Departure departure = session.departure();
        return departure.deviation() + ": " + departure.intended().answer();
    }
}
