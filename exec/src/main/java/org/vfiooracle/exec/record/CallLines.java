// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.record;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.fixtures.codec.OperationCodec;
import org.vfiooracle.fixtures.codec.OutcomeCodec;
import org.vfiooracle.fixtures.diff.OperationText;
import org.vfiooracle.fixtures.fixture.Fixture;
import org.vfiooracle.fixtures.fixture.RecordedStep;
import org.vfiooracle.model.operation.Address;
import org.vfiooracle.model.operation.Operation;

/** The calls of a fixture as lines that are the same wherever the memory of the program happened to lie. */
public final class CallLines {
    private static final String VADDR = "vaddr";

    private CallLines() {}

    /** Returns one line for each call: the call and its answer. */
    public static List<String> of(Fixture fixture) {
        Map<String, Long> first = new HashMap<>();
        List<String> lines = new ArrayList<>();
        for (RecordedStep step : fixture.steps()) {
            StringBuilder line = new StringBuilder(OperationText.of(moved(step.operation(), first)));
            line.append(" = ").append(step.outcome().answer());
            OutcomeCodec.out(step.outcome().out())
                    .forEach((field, value) ->
                            line.append(", ").append(field).append(' ').append(value));
            lines.add(line.toString());
        }
        return lines;
    }

    /** Returns what differs, with - before what was expected and + before what was seen, and where; nothing where all agree. */
    public static List<String> differences(Fixture expected, Fixture seen) {
        List<String> differences = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(of(expected), of(seen)).getDeltas()) {
            differences.add("call " + (delta.getTarget().getPosition() + 1) + ":");
            delta.getSource().getLines().forEach(line -> differences.add("  - " + line));
            delta.getTarget().getLines().forEach(line -> differences.add("  + " + line));
        }
        return differences;
    }

    /** Addresses count from the first that was named in their buffer. */
    private static Operation moved(Operation operation, Map<String, Long> first) {
        Map<String, Object> tree = OperationCodec.encode(operation);
        Object vaddr = tree.get(VADDR);
        if (vaddr instanceof String text && Address.parse(text) instanceof Address.InBuffer in) {
            long from = first.computeIfAbsent(in.buffer(), any -> in.offset());
            tree.put(VADDR, new Address.InBuffer(in.buffer(), in.offset() - from).toString());
            return OperationCodec.decode(tree, "");
        }
        return operation;
    }
}
