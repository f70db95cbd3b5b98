// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vfiooracle.contract.codec.OperationCodec;
import org.vfiooracle.engine.operation.Operation;

/** An operation in one line, as failures show it: {@code VFIO_GROUP_SET_CONTAINER(G2 -> C1)}. */
public final class OperationLine {
    private static final Set<String> UNSAID = Set.of("op", "on", "argsz");

    private OperationLine() {}

    /** Returns the line; the size of the argument struct and zero flags go without saying. */
    public static String of(Operation operation) {
        if (operation instanceof Operation.SetContainer set) {
            return set.name() + "(" + set.on() + " -> " + set.container() + ")";
        }
        List<String> parts = new ArrayList<>();
        if (!operation.on().isEmpty()) {
            parts.add(operation.on());
        }
        for (Map.Entry<String, Object> argument :
                OperationCodec.encode(operation).entrySet()) {
            boolean noFlags =
                    argument.getKey().equals("flags") && argument.getValue().equals("0x0");
            if (!UNSAID.contains(argument.getKey()) && !noFlags) {
                parts.add(argument.getKey() + " " + argument.getValue());
            }
        }
        return operation.name() + "(" + String.join(", ", parts) + ")";
    }
}
