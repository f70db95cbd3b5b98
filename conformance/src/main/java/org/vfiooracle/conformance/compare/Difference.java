// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.compare;

import org.vfiooracle.contract.observation.Part;

/**
 * One thing that is not as expected.
 *
 * @param step ordinal of the operation, from 1
 * @param operation the operation as a person reads it: {@code VFIO_GROUP_SET_CONTAINER(G2 -> C1)}
 * @param part what kind of thing
 * @param field which thing exactly: {@code answer}, {@code out.flags}, {@code effects.window[2]}, {@code state.handles}
 * @param expected as the fixture spells it, or {@code nothing}
 * @param found as the implementation answered, or {@code nothing}
 * @param rule id of the rule that decided what is expected; empty where no single rule did
 */
public record Difference(
        int step, String operation, Part part, String field, String expected, String found, String rule) {
    /** How something absent is spelled. */
    public static final String NOTHING = "nothing";

    /** The field of a difference in the number of operations that were answered. */
    public static final String STEPS = "steps";

    /** Returns the statement without the operation: {@code expected EBUSY, got 0}. */
    public String statement() {
        if (field.equals(STEPS)) {
            return "answered " + found + " of " + expected + " operations";
        }
        String statement = "expected " + expected + ", got " + found;
        return part == Part.ANSWER && field.equals(Part.ANSWER.key()) ? statement : field + " " + statement;
    }
}
