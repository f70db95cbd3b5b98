// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.protocol.message;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.observation.Halt;
import org.vfiooracle.contract.observation.Halt.Cause;

/** The part of a message that says why a case was not performed to its end: {@code operation}, {@code cause}, {@code reason}. */
final class HaltMessage {
    private HaltMessage() {}

    /** Returns the entries; those that say nothing are left out. */
    static Map<String, Object> encode(Halt halt) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (halt.operation() > 0) {
            tree.put("operation", halt.operation());
        }
        if (halt.cause() != Cause.UNSUPPORTED) {
            tree.put("cause", halt.cause().key());
        }
        tree.put("reason", halt.reason());
        return tree;
    }

    /** Takes the entries of a case that was not begun. */
    static Halt take(Fields fields) {
        return new Halt(fields.has("operation") ? ordinal(fields) : 0, cause(fields), reason(fields));
    }

    private static Cause cause(Fields fields) {
        return fields.has("cause")
                ? fields.parsed("cause", "one of " + String.join(", ", Cause.keys()), Cause::parse)
                : Cause.UNSUPPORTED;
    }

    /** Takes {@code stopped} of an answer that has so many steps. */
    static Halt stopped(Fields fields, int steps) {
        Fields stopped = fields.map("stopped");
        MessageForm.STOPPED.check(stopped);
        int operation = ordinal(stopped);
        Halt halt = new Halt(operation, cause(stopped), reason(stopped));
        stopped.end();
        if (halt.operation() != steps + 1) {
            throw new CodecProblem(
                    stopped.path("operation"),
                    (steps + 1) + ", since " + steps + (steps == 1 ? " operation is" : " operations are") + " answered",
                    Integer.toString(halt.operation()));
        }
        return halt;
    }

    /** Takes a reason. */
    static String reason(Fields fields) {
        String reason = fields.text("reason");
        if (reason.isBlank()) {
            throw new CodecProblem(fields.path("reason"), "a reason", "\"" + reason + "\"");
        }
        return reason;
    }

    private static int ordinal(Fields fields) {
        int operation = fields.count("operation");
        if (operation < 1) {
            throw new CodecProblem(fields.path("operation"), "the number of an operation, from 1", "0");
        }
        return operation;
    }
}
