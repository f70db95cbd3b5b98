// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.cases;

import java.util.List;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.state.Process;

/**
 * What an implementation is asked to do: no expectation, no platform.
 *
 * @param id its name
 * @param topology name of the machine's topology
 * @param process the process that makes the calls, before it has made any
 * @param operations the calls, in order
 */
public record Case(CaseId id, String topology, Process process, List<Operation> operations) {
    public Case {
        operations = List.copyOf(operations);
    }

    /** Returns the operations of this before number {@code operation}, which counts from 1. */
    public Case before(int operation) {
        return new Case(id, topology, process, operations.subList(0, operation - 1));
    }
}
