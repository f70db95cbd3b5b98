// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.codec;

import java.util.Map;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.HostCall;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.OutField;

/** VFIO calls that a program made as ordered maps: the call, {@code answer}, {@code out}, {@code rule}. */
public final class HostCallCodec {
    private static final String RULE = "rule";

    private HostCallCodec() {}

    /** Returns {@code call} as a map, without {@code out} and {@code rule} where there is none. */
    public static Map<String, Object> encode(HostCall call) {
        Map<String, Object> tree = OperationCodec.encode(call.operation());
        tree.put("answer", OutcomeCodec.answer(call.answer()));
        if (!call.out().isEmpty()) {
            tree.put("out", OutcomeCodec.out(call.out()));
        }
        if (!call.rule().isEmpty()) {
            tree.put(RULE, call.rule());
        }
        return tree;
    }

    /**
     * Reads a call.
     *
     * @param path place of {@code tree} in its document
     * @throws CodecProblem when it is none
     */
    public static HostCall decode(Object tree, String path) {
        Fields fields = Fields.of(tree, path);
        Operation operation = OperationCodec.take(fields);
        Answer answer = OutcomeCodec.takeAnswer(fields);
        Map<OutField, Long> out = OutcomeCodec.takeOut(fields);
        HostCall call =
                new HostCall(operation, answer, out, fields.optionalText(RULE).orElse(""));
        fields.end();
        return call;
    }
}
