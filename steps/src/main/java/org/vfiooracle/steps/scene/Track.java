// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.fixture.PerformedOperation;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.state.State;

/** How far one platform has got in a scenario. */
public final class Track {
    private final Testbed.Bed bed;
    private final List<PerformedOperation> steps = new ArrayList<>();
    private final State first;
    private @Nullable PerformedOperation last;
    private @Nullable NotApplicable stopped;

    Track(Testbed.Bed bed, String topology, Process process) {
        this.bed = bed;
        this.first = bed.initial(topology, process);
    }

    /** The platform. */
    public PlatformId platform() {
        return bed.platform();
    }

    /** The platform in full. */
    public Profile profile() {
        return bed.profile();
    }

    /** The state now. */
    public State state() {
        return last == null ? first : last.after();
    }

    /** The state before the last operation. */
    public State before() {
        return last == null ? first : last.before();
    }

    /** What the last operation came to; empty before the first. */
    public Optional<Transition> last() {
        return Optional.ofNullable(last).map(PerformedOperation::transition);
    }

    /** What the last operation was intended to come to, where a deviation decided it. */
    public Optional<Transition.Departure> departure() {
        return Optional.ofNullable(last).flatMap(PerformedOperation::departure);
    }

    /** The last operation; empty before the first. */
    public Optional<Operation> lastOperation() {
        return Optional.ofNullable(last).map(PerformedOperation::operation);
    }

    /** Why this platform does not run the scenario; empty when it does. */
    public Optional<NotApplicable> stopped() {
        return Optional.ofNullable(stopped);
    }

    /** Whether this platform runs the scenario, so far. */
    public boolean runs() {
        return stopped == null;
    }

    /** Performs the next thing of a scenario, unless an earlier one stopped this platform. */
    void perform(Planned next) {
        if (!runs()) {
            return;
        }
        if (next instanceof Planned.Demand demand) {
            if (!demand.holds().test(bed.profile())) {
                stopped = new NotApplicable(demand.step(), Optional.of(demand.rule()), true, "is not so here");
            }
        } else if (next instanceof Planned.Call call) {
            call(call);
        }
    }

    private void call(Planned.Call call) {
        PerformedOperation done;
        try {
            done = PerformedOperation.on(bed.machine(), state(), call.operation());
        } catch (NotModelled e) {
            stopped = new NotApplicable(call.step(), Optional.empty(), false, "is not modelled: " + e.what());
            return;
        }
        Transition transition = done.transition();
        if (call.stative() && !plainSuccess(transition.outcome().answer())) {
            stopped = new NotApplicable(
                    call.step(),
                    Optional.of(transition.rule().id()),
                    false,
                    "answered " + transition.outcome().answer());
            return;
        }
        steps.add(done);
        last = done;
    }

    private static boolean plainSuccess(Answer answer) {
        return answer.equals(Answer.OK)
                || answer.equals(Answer.FD)
                || (answer instanceof Answer.Said && answer.succeeded());
    }

    /** Returns what was performed as a fixture. */
    Fixture fixture(Case performed, String feature) {
        return new Performance(performed, first, steps).fixture(bed.platform(), feature);
    }
}
