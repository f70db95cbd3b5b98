// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.suite;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.state.Process;

/**
 * A case of a suite, without a name yet.
 *
 * @param process what makes the calls
 * @param operations the calls
 * @param goals what it reaches
 */
public record Draft(Process process, List<Operation> operations, Set<String> goals) {
    public Draft {
        operations = List.copyOf(operations);
        goals = Collections.unmodifiableSet(new LinkedHashSet<>(goals));
    }
}
