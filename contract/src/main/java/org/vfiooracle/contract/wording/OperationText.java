// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.wording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Hex;
import org.vfiooracle.contract.codec.OperationCodec;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Repeat;

/**
 * Operations in one line for people: {@code VFIO_GROUP_SET_CONTAINER(G2 -> C1)}, {@code open(group A as G1)}. An
 * {@code argsz} and {@code flags} that a reader would assume anyway are left out. A repeated request ends with
 * {@code 65535 times, iova +0x1000}.
 */
public final class OperationText {
    private static final List<String> NAMELESS = List.of("path", "device");
    private static final List<String> USUAL = List.of("argsz", "flags");

    private OperationText() {}

    /** Returns the line of an operation. */
    public static String of(Operation operation) {
        if (operation instanceof Operation.SetContainer set) {
            return set.name() + "(" + set.on() + " -> " + set.container() + ")";
        }
        if (operation instanceof Repeat repeat) {
            return repeated(repeat.call(), repeat);
        }
        if (operation instanceof Operation.By by && by.call() instanceof Repeat repeat) {
            return repeated(new Operation.By(by.by(), repeat.call()), repeat);
        }
        Map<String, Object> tree = withoutTheUsual(operation);
        tree.remove("op");
        tree.remove("of"); // that it is of a device is told by what it is made on
        Object as = tree.remove("as");
        List<String> arguments = new ArrayList<>();
        tree.forEach((key, value) -> arguments.add(argument(key, value)));
        return operation.name() + "(" + String.join(", ", arguments) + (as == null ? "" : " as " + as) + ")";
    }

    private static String repeated(Operation request, Repeat repeat) {
        return of(request) + " " + repeat.times() + " times" + step("iova", repeat.iovaStep())
                + step("vaddr", repeat.vaddrStep());
    }

    private static String step(String argument, long bytes) {
        return bytes == 0 ? "" : ", " + argument + " +" + Hex.of(bytes);
    }

    private static String argument(String key, Object value) {
        return key.equals("on") || NAMELESS.contains(key) ? value.toString() : key + " " + value;
    }

    private static Map<String, Object> withoutTheUsual(Operation operation) {
        Map<String, Object> tree = OperationCodec.encode(operation);
        for (String key : USUAL) {
            if (!tree.containsKey(key)) {
                continue;
            }
            Map<String, Object> shorter = new LinkedHashMap<>(tree);
            shorter.remove(key);
            if (says(shorter, operation)) {
                tree = shorter;
            }
        }
        return tree;
    }

    private static boolean says(Map<String, Object> tree, Operation operation) {
        try {
            return OperationCodec.decode(tree, "").equals(operation);
        } catch (CodecProblem lacksSomething) {
            return false;
        }
    }
}
