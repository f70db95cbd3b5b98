// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.random;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.operation.BareCall;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.oracle.Machine;

/** What a case may do to the machine that performs it: nothing, or it hangs it, or other cases are answered otherwise afterwards. */
public final class Danger {
    /** VFIO_EEH_PE_INJECT_ERR. */
    private static final int INJECT = 8;

    private static final Set<String> HUGE_PAGES_HANG = Set.of("ioda2 4k");

    /** Bus addresses where a write is an interrupt: 32-bit and 64-bit on POWER, in a partition, on x86. */
    private static final List<Range> INTERRUPTS = List.of(
            new Range(0xFFFF_0000L, 1L << 32),
            new Range(1L << 60, 1L << 61),
            new Range(1L << 42, (1L << 42) + (1 << 16)),
            new Range(0xFEE0_0000L, 0xFEF0_0000L));

    private record Range(long from, long to) {}

    private final Platforms platforms;

    /** Knows the machines of these platforms. */
    public Danger(Platforms platforms) {
        this.platforms = platforms;
    }

    /** Returns what the case of a fixture may do, if it may do harm. */
    public Optional<String> of(Fixture fixture) {
        Machine machine = platforms.machine(fixture.platform());
        Profile profile = machine.profile();
        Case performed = fixture.performed();
        State state = State.initial(platforms.topology(performed.topology(), profile), performed.process());
        for (Operation operation : performed.operations()) {
            Optional<String> before = ofAsking(profile, state, operation);
            if (before.isPresent()) {
                return before;
            }
            Transition transition = machine.perform(state, operation);
            Optional<String> danger = of(profile, state, operation, transition);
            if (danger.isPresent()) {
                return danger;
            }
            state = transition.next();
        }
        return Optional.empty();
    }

    /** Returns what a call in a state may do to a machine of a platform, if it may do harm. */
    public static Optional<String> of(Profile profile, State state, Operation operation, Transition transition) {
        Optional<String> asking = ofAsking(profile, state, operation);
        if (asking.isPresent()) {
            return asking;
        }
        if (Hangs.on(profile, state, operation, transition.outcome())) {
            return Optional.of("the kernel may never return from an invalidation of no entry");
        }
        return Spoiling.by(state, operation, transition)
                ? Optional.of("the hypervisor may refuse the device all windows from then on")
                : Optional.empty();
    }

    /** What the call does whatever it is answered. */
    private static Optional<String> ofAsking(Profile profile, State state, Operation operation) {
        Operation call = BareCall.of(operation);
        if (call instanceof Operation.EehPeOp eeh && (Spoiling.RESETS.contains(eeh.peOp()) || eeh.peOp() == INJECT)) {
            return Optional.of("resets a device by EEH, or injects an error");
        }
        if (isInterrupt(call)) {
            return Optional.of("what a device writes there is an interrupt");
        }
        return call instanceof Operation.RegisterMemory && hangsOnHugePages(profile, state)
                ? Optional.of("the kernel may never return from registering huge pages")
                : Optional.empty();
    }

    private static boolean isInterrupt(Operation call) {
        long written = call instanceof Operation.DmaWrite write
                ? write.iova()
                : call instanceof Operation.DmaRead read ? read.through() : 0;
        return INTERRUPTS.stream().anyMatch(range -> written >= range.from() && written < range.to());
    }

    private static boolean hangsOnHugePages(Profile profile, State state) {
        return HUGE_PAGES_HANG.contains(
                        profile.id().generation() + " " + profile.id().page())
                && state.process().buffers().values().stream()
                        .flatMap(buffer -> buffer.pieces().stream())
                        .flatMap(piece -> piece.backing().stream())
                        .anyMatch(Buffer.Backing.HUGE_16M::equals);
    }
}
