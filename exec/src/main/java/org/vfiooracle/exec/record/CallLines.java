// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.wording.CallText;
import org.vfiooracle.contract.wording.EffectText;
import org.vfiooracle.engine.operation.Operation;

/**
 * Calls as lines that are the same wherever the memory of the program happened to lie.
 *
 * @param calls one line for each call
 * @param effects whether it is known what the hardware was told because of each
 */
public record CallLines(List<Line> calls, boolean effects) {
    public CallLines {
        calls = List.copyOf(calls);
    }

    /**
     * A call.
     *
     * @param text the call and its answer
     * @param effects what the hardware was told
     * @param rule id of the rule that decided; empty where nobody has kept it
     */
    record Line(String text, List<String> effects, Optional<String> rule) {
        Line {
            effects = List.copyOf(effects);
        }

        /** The call without its answer. */
        String call() {
            return text.substring(0, text.indexOf(" = "));
        }
    }

    /** Returns the calls of a fixture. */
    public static CallLines of(Fixture fixture) {
        List<Operation> operations = Moved.of(fixture.performed()).operations();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            RecordedStep step = fixture.steps().get(i);
            lines.add(new Line(
                    CallText.of(operations.get(i), step.outcome()),
                    step.outcome().effects().stream().map(EffectText::of).toList(),
                    Optional.of(step.rule()).filter(rule -> !rule.isEmpty())));
        }
        return new CallLines(lines, true);
    }

    /** Returns the calls of a ledger, which keeps neither effects nor rules. */
    public static CallLines of(ProgramLedger ledger) {
        return new CallLines(
                ledger.calls().stream()
                        .map(call -> new Line(CallText.of(call), List.of(), Optional.empty()))
                        .toList(),
                false);
    }
}
