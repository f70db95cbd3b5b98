// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.gherkin;

import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.Process;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.oracle.Machine;

/** Calls as a scenario that can be tried: those that succeed lead there, and the last one is looked at. */
public final class Counterexample {
    private Counterexample() {}

    /**
     * Returns the lines of a scenario.
     *
     * @param tag its id, without the at sign
     * @param title what it shows
     */
    public static List<String> of(
            String tag, String title, Process process, List<Operation> operations, Machine machine, Topology topology) {
        StepText text = new StepText(operations);
        List<String> lines = new ArrayList<>();
        lines.add("@" + tag);
        lines.add("Scenario: " + title);
        Steps steps = new Steps(lines);
        text.process(process).forEach(steps::given);
        State state = State.initial(topology, process);
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            Transition transition = machine.perform(state, operation);
            boolean succeeds = transition.outcome().answer().succeeded();
            if (i + 1 < operations.size() && succeeds) {
                text.given(operation).forEach(steps::given);
            } else {
                text.when(operation).forEach(steps::when);
                steps.then("it answers " + transition.outcome().answer() + ", rule "
                        + transition.rule().id());
            }
            state = transition.next();
        }
        return lines;
    }

    /** Lines with their keywords: the same keyword again is And. */
    static final class Steps {
        private final List<String> lines;
        private String keyword = "";

        Steps(List<String> lines) {
            this.lines = lines;
        }

        void given(String step) {
            add("Given", step);
        }

        void when(String step) {
            add("When", step);
        }

        void then(String step) {
            add("Then", step);
        }

        void row(String row) {
            lines.add("    " + row);
        }

        private void add(String next, String step) {
            if (step.startsWith(" ")) {
                lines.add("  " + step);
                return;
            }
            lines.add("  " + (next.equals(keyword) ? "And" : next) + " " + step);
            keyword = next;
        }
    }
}
