// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.wording;

import java.util.Map;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.HostCall;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.Outcome;

/** Calls with what they came to in one line for people: {@code VFIO_SET_IOMMU(C1, type 7) = EPERM}. */
public final class CallText {
    private CallText() {}

    /** Returns the line of an operation with its answer and what it filled in. */
    public static String of(Operation operation, Outcome outcome) {
        return of(operation, outcome.answer(), outcome.out());
    }

    /** Returns the line of a call of a program with its answer and what the kernel filled in. */
    public static String of(HostCall call) {
        return of(call.operation(), call.answer(), call.out());
    }

    private static String of(Operation operation, Answer answer, Map<OutField, Long> out) {
        return OperationText.of(operation) + " = " + OutcomeText.of(answer, out);
    }
}
