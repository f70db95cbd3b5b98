// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.record;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.wording.CallText;
import org.vfiooracle.engine.operation.Operation;

/** Calls as lines that are the same wherever the memory of the program happened to lie. */
public final class CallLines {
    private CallLines() {}

    /** Returns one line for each call of a fixture: the call and its answer. */
    public static List<String> of(Fixture fixture) {
        List<Operation> operations = Moved.of(fixture.performed()).operations();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            lines.add(CallText.of(operations.get(i), fixture.steps().get(i).outcome()));
        }
        return lines;
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
