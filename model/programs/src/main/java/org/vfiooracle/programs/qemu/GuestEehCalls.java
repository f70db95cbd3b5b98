// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.qemu;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.programs.vmm.Dialogue;
import org.vfiooracle.programs.vmm.Told;

/** The RTAS calls of EEH, and that a reset enables it. Source: PAPR; QEMU, spapr_pci_vfio.c. */
final class GuestEehCalls {
    private static final long HARDWARE = -1;
    private static final long PARAMETER = -3;
    private static final int ENABLE = 1;
    private static final int GET_STATE = 4;
    private static final int CONFIGURE = 8;

    /** Operations of the kernel for the options of the calls. Source: PAPR; {@code <linux/vfio.h>}. */
    private static final Map<Integer, Integer> OPTIONS = Map.of(0, 0, 1, ENABLE, 2, 2, 3, 3);

    private static final Map<Integer, Integer> RESETS = Map.of(0, 5, 1, 6, 3, 7);

    private final QemuEra era;
    private final Dialogue kernel;

    GuestEehCalls(QemuEra era, Dialogue kernel) {
        this.era = era;
        this.kernel = kernel;
    }

    Optional<Told> told(QemuState qemu, ProgramCall call) {
        if (call instanceof ProgramCall.SetEehOption set) {
            return Optional.of(told(qemu, set.device(), operation(OPTIONS, set.option()), HARDWARE));
        }
        if (call instanceof ProgramCall.ReadSlotResetState read) {
            return Optional.of(told(qemu, read.device(), OptionalInt.of(GET_STATE), PARAMETER));
        }
        if (call instanceof ProgramCall.SetSlotReset reset) {
            return Optional.of(told(qemu, reset.device(), operation(RESETS, reset.option()), HARDWARE));
        }
        if (call instanceof ProgramCall.ConfigurePe configure) {
            return Optional.of(told(qemu, configure.device(), OptionalInt.of(CONFIGURE), PARAMETER));
        }
        return Optional.empty();
    }

    /** After a reset of a bridge EEH is enabled on it, where it can be. */
    QemuState enabled(QemuState qemu, int bridge) {
        return switch (era.eeh()) {
            case NONE, GROUP_OF_BRIDGE -> qemu;
            case GROUP_OF_BRIDGE_AND_RESET ->
                qemu.madeFor(bridge).isPresent() ? asked(qemu, bridge, ENABLE).next() : qemu;
            case CONTAINERS ->
                qemu.hasDevices(bridge) ? asked(qemu, bridge, ENABLE).next() : qemu;
            case ONLY_CONTAINER ->
                eligible(qemu, bridge) ? asked(qemu, bridge, ENABLE).next() : qemu;
        };
    }

    private Told told(QemuState qemu, String device, OptionalInt operation, long refused) {
        Optional<QemuState.HostDevice> found = qemu.device(device);
        int bridge = found.map(QemuState.HostDevice::bridge).orElse(0);
        if (!eligible(qemu, bridge)) {
            boolean several = era.eeh() == QemuEra.Eeh.ONLY_CONTAINER;
            return said(qemu, PARAMETER, several ? QemuRules.EEH_NOT_ELIGIBLE : QemuRules.EEH_PARAMETER);
        }
        if (found.isEmpty()) {
            throw new NotModelled("an EEH call about a device that the guest does not have");
        }
        if (operation.isEmpty()) {
            return said(qemu, PARAMETER, QemuRules.EEH_PARAMETER);
        }
        BridgeContainers.Said said = asked(qemu, bridge, operation.getAsInt());
        if (!said.succeeded()) {
            return said(said.next(), refused, QemuRules.EEH_REFUSED);
        }
        if (operation.getAsInt() != GET_STATE) {
            return said(said.next(), 0, QemuRules.EEH_DONE);
        }
        long state = era.has(QemuBug.EEH_RESULT_LOST) ? 0 : value(said.last().orElseThrow());
        return new Told(said.next(), Answer.OK, Map.of(OutField.PE_STATE, state), QemuRules.EEH_DONE, false);
    }

    private static Told said(QemuState qemu, long status, Rule rule) {
        return new Told(qemu, new Answer.Value(status), Map.of(), rule, false);
    }

    private static long value(Outcome outcome) {
        return outcome.answer() instanceof Answer.Value value ? value.value() : 0;
    }

    private static OptionalInt operation(Map<Integer, Integer> known, int option) {
        return known.containsKey(option) ? OptionalInt.of(known.get(option)) : OptionalInt.empty();
    }

    private BridgeContainers.Said asked(QemuState qemu, int bridge, int operation) {
        Function<String, Operation> call =
                fd -> new Operation.EehPeOp(fd, era.structs().eeh(), 0, operation);
        return new BridgeContainers(era, kernel).ask(qemu, bridge, call);
    }

    private boolean eligible(QemuState qemu, int bridge) {
        return switch (era.eeh()) {
            case NONE -> false;
            case GROUP_OF_BRIDGE, GROUP_OF_BRIDGE_AND_RESET ->
                qemu.madeFor(bridge).isPresent();
            case CONTAINERS -> qemu.hasDevices(bridge);
            case ONLY_CONTAINER -> {
                List<HostContainer> containers = qemu.containers(bridge);
                yield containers.size() == 1 && containers.get(0).groups().size() == 1;
            }
        };
    }
}
