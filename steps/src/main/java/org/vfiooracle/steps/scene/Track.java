// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.kernel.engine.NotModelled;
import org.vfiooracle.kernel.operation.Answer;
import org.vfiooracle.kernel.operation.Operation;
import org.vfiooracle.kernel.operation.Outcome;
import org.vfiooracle.kernel.platform.PlatformId;
import org.vfiooracle.kernel.platform.Profile;
import org.vfiooracle.kernel.state.Process;
import org.vfiooracle.kernel.state.State;
import org.vfiooracle.oracle.Transition;

/** How far one platform has got in a scenario. */
public final class Track {
    private final Testbed.Bed bed;
    private final List<RecordedStep> steps = new ArrayList<>();
    private State before;
    private State state;
    private @Nullable Transition last;
    private Optional<Transition.Departure> departure = Optional.empty();
    private @Nullable NotApplicable stopped;

    Track(Testbed.Bed bed, Process process) {
        this.bed = bed;
        this.state = State.initial(bed.topology(), process);
        this.before = state;
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
        return state;
    }

    /** The state before the last operation. */
    public State before() {
        return before;
    }

    /** What the last operation came to; empty before the first. */
    public Optional<Transition> last() {
        return Optional.ofNullable(last);
    }

    /** What the last operation was intended to come to, where a deviation decided it. */
    public Optional<Transition.Departure> departure() {
        return departure;
    }

    /** The last operation; empty before the first. */
    public Optional<Operation> lastOperation() {
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(steps.get(steps.size() - 1).operation());
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
                stopped = new NotApplicable(demand.step(), Optional.of(demand.rule()), "is not so here");
            }
        } else if (next instanceof Planned.Call call) {
            call(call);
        }
    }

    private void call(Planned.Call call) {
        Transition transition;
        Optional<Transition.Departure> intended;
        try {
            transition = bed.machine().perform(state, call.operation());
            intended = bed.machine().departure(state, call.operation());
        } catch (NotModelled e) {
            stopped = new NotApplicable(call.step(), Optional.empty(), "is not modelled: " + e.what());
            return;
        }
        Outcome outcome = transition.outcome();
        if (call.stative() && !plainSuccess(outcome.answer())) {
            stopped =
                    new NotApplicable(call.step(), Optional.of(transition.rule().id()), "answered " + outcome.answer());
            return;
        }
        steps.add(recorded(call.operation(), transition, intended));
        before = state;
        state = transition.next();
        last = transition;
        departure = intended;
    }

    private static boolean plainSuccess(Answer answer) {
        return answer.equals(Answer.OK)
                || answer.equals(Answer.FD)
                || (answer instanceof Answer.Said && answer.succeeded());
    }

    private static RecordedStep recorded(
            Operation operation, Transition transition, Optional<Transition.Departure> departure) {
        return new RecordedStep(
                operation,
                transition.outcome(),
                transition.rule().id(),
                departure.map(d -> new RecordedStep.Intended(
                        d.deviation(), d.intended(), d.rule().id())));
    }

    /** Returns what was performed as a fixture. */
    Fixture fixture(Case performed, String feature) {
        return new Fixture(bed.platform(), feature, performed, steps, state);
    }
}
