// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.operation;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A VFIO call that a program made because of an operation on the program.
 *
 * @param operation the call
 * @param answer what the kernel answered
 * @param out the fields that the kernel filled in
 * @param rule id of the rule of the kernel that decided the answer; empty where nobody knows
 */
public record HostCall(Operation operation, Answer answer, Map<OutField, Long> out, String rule) {
    public HostCall {
        out = Collections.unmodifiableSortedMap(new TreeMap<>(out));
    }
}
