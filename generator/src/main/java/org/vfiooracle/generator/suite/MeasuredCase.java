// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.suite;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.vfiooracle.contract.cases.Case;

/**
 * A case with what it reaches.
 *
 * @param performed the case
 * @param seconds what it takes on a machine, about
 * @param goals what it reaches: the mutants that it catches, the rules that decide in it
 */
public record MeasuredCase(Case performed, double seconds, Set<String> goals) {
    public MeasuredCase {
        goals = Collections.unmodifiableSet(new TreeSet<>(goals));
    }

    /** How many calls it has. */
    public int operations() {
        return performed.operations().size();
    }
}
