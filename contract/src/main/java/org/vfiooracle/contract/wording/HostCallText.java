// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.wording;

import java.util.Map;
import org.vfiooracle.contract.codec.OutcomeCodec;
import org.vfiooracle.engine.operation.HostCall;

/** VFIO calls of programs in one line for people: {@code VFIO_SET_IOMMU(C1, type 7) = EPERM}. */
public final class HostCallText {
    private HostCallText() {}

    /** Returns the line of a call with its answer and what the kernel filled in. */
    public static String of(HostCall call) {
        StringBuilder line = new StringBuilder(OperationText.of(call.operation()));
        line.append(" = ").append(call.answer());
        for (Map.Entry<String, Object> field : OutcomeCodec.out(call.out()).entrySet()) {
            line.append(", ").append(field.getKey()).append(' ').append(field.getValue());
        }
        return line.toString();
    }
}
