// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.vmm;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.engine.operation.Effect;
import org.vfiooracle.engine.operation.HostCall;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.engine.state.State;

/**
 * One operation of a program, while it talks to the kernel: what it has asked, and the state that came of it. It lives only
 * as long as the operation; before and after there are immutable states.
 */
public final class Dialogue {
    private final Kernel kernel;
    private final List<HostCall> calls = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private State state;
    private DescriptorTable descriptors;

    /** Begins a dialogue in {@code state}, of a program that has these descriptors. */
    public Dialogue(Kernel kernel, State state, DescriptorTable descriptors) {
        this.kernel = kernel;
        this.state = state;
        this.descriptors = descriptors;
    }

    /** Makes a VFIO call and returns what came of it. */
    public Outcome ask(Operation call) {
        Transition reply = kernel.ask(state, call);
        Outcome outcome = reply.outcome();
        state = reply.next();
        calls.add(
                new HostCall(call, outcome.answer(), outcome.out(), reply.rule().id()));
        effects.addAll(outcome.effects());
        if (outcome.answer().succeeded()) {
            descriptors = descriptors.after(call);
        }
        return outcome;
    }

    /** Makes a VFIO call and tells whether it succeeded. */
    public boolean succeeds(Operation call) {
        return ask(call).answer().succeeded();
    }

    /** The platform. */
    public Profile profile() {
        return kernel.profile();
    }

    /** The state now. */
    public State state() {
        return state;
    }

    /** What was asked, in order. */
    public List<HostCall> calls() {
        return List.copyOf(calls);
    }

    /** What the hardware was told, in order. */
    public List<Effect> effects() {
        return List.copyOf(effects);
    }

    /** What the program has open. */
    public DescriptorTable descriptors() {
        return descriptors;
    }

    /**
     * Returns the handle of the next descriptor of a kind: {@code G1} for the first group.
     *
     * @throws NotModelled when a descriptor of somebody else has that handle
     */
    public String next(String letter) {
        String handle = descriptors.next(letter);
        if (state.handle(handle).isPresent()) {
            throw new NotModelled("a program beside the descriptor " + handle + " of somebody else");
        }
        return handle;
    }

    /**
     * Returns the memory of this name.
     *
     * @throws NotModelled when the process has none
     */
    public Buffer buffer(String name) {
        Buffer found = state.process().buffers().get(name);
        if (found == null) {
            throw new NotModelled("a program whose memory " + name + " is none of the process");
        }
        return found;
    }

    /** The program maps memory of its own; no VFIO call. */
    public void maps(Buffer buffer) {
        state = state.with(state.process().with(buffer));
    }
}
