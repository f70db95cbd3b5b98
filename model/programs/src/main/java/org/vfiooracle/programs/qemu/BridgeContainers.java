// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.qemu;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.programs.qemu.QemuState.HostGroup;
import org.vfiooracle.programs.vmm.Dialogue;

/**
 * Makes one call of the containers of a bridge, and takes the last answer for that of all: what QEMU had up to 2.5, for the
 * container of one group, and the series that gave a bridge several containers.
 */
final class BridgeContainers {
    private final QemuEra era;
    private final Dialogue kernel;

    BridgeContainers(QemuEra era, Dialogue kernel) {
        this.era = era;
        this.kernel = kernel;
    }

    /**
     * What came of it.
     *
     * @param last the last answer; empty when there was no container to ask, or too many
     */
    record Said(QemuState next, Optional<Outcome> last) {
        boolean succeeded() {
            return last.filter(outcome -> outcome.answer().succeeded()).isPresent();
        }
    }

    /** Asks; {@code call} makes the call for a descriptor. */
    Said ask(QemuState qemu, int bridge, Function<String, Operation> call) {
        return qemu.madeFor(bridge)
                .map(group -> group(qemu, bridge, group, call))
                .orElseGet(() -> new Said(qemu, containers(qemu.containers(bridge), call)));
    }

    private Optional<Outcome> containers(List<HostContainer> all, Function<String, Operation> call) {
        if (era.has(QemuBug.FIRST_CONTAINER_ONLY)) {
            if (all.isEmpty()) {
                throw new NotModelled("a call for the first of no containers, which ends QEMU by a fault");
            }
            return Optional.of(kernel.ask(call.apply(all.get(0).fd())));
        }
        if (era.has(QemuBug.REFUSES_SEVERAL) && all.size() != 1) {
            return Optional.empty();
        }
        Optional<Outcome> last = Optional.empty();
        for (HostContainer container : all) {
            last = Optional.of(kernel.ask(call.apply(container.fd())));
            if (!last.get().answer().succeeded()) {
                return last;
            }
        }
        return last;
    }

    /** The group of the bridge is opened and finds a container, unless a device has it open, and is let go again. */
    private Said group(QemuState qemu, int bridge, String alias, Function<String, Operation> call) {
        QemuState with;
        try {
            with = new DeviceAttach(era, kernel).group(qemu, alias, bridge).next();
        } catch (Refused e) {
            return new Said(qemu, Optional.empty());
        }
        HostGroup group = with.group(alias).orElseThrow();
        Outcome outcome = kernel.ask(call.apply(group.container()));
        boolean used = with.devices().stream().anyMatch(device -> device.group().equals(alias));
        QemuState next = used ? with : new Teardown(era, kernel).group(with, group);
        return new Said(next, Optional.of(outcome));
    }
}
