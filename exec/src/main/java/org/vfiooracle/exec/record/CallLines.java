// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.record;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vfiooracle.contract.codec.OutcomeCodec;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.contract.wording.OperationText;
import org.vfiooracle.engine.operation.Operation;

/** Calls as lines that are the same wherever the memory of the program happened to lie. */
public final class CallLines {
    private CallLines() {}

    /** Returns one line for each call of a fixture: the call and its answer. */
    public static List<String> of(Fixture fixture) {
        List<Operation> operations = Moved.of(fixture.performed()).operations();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            RecordedStep step = fixture.steps().get(i);
            lines.add(of(
                    operations.get(i),
                    step.outcome().answer().toString(),
                    OutcomeCodec.out(step.outcome().out())));
        }
        return lines;
    }

    static String of(Operation operation, String answer, Map<String, Object> out) {
        StringBuilder line = new StringBuilder(OperationText.of(operation));
        line.append(" = ").append(answer);
        out.forEach(
                (field, value) -> line.append(", ").append(field).append(' ').append(value));
        return line.toString();
    }

    /** Returns what differs, with - before what was expected and + before what was seen, and where; nothing where all agree. */
    public static List<String> differences(List<String> expected, List<String> seen) {
        List<String> differences = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(expected, seen).getDeltas()) {
            differences.add("call " + (delta.getTarget().getPosition() + 1) + ":");
            delta.getSource().getLines().forEach(line -> differences.add("  - " + line));
            delta.getTarget().getLines().forEach(line -> differences.add("  + " + line));
        }
        return differences;
    }
}
