// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.explain;

import java.util.List;
import java.util.Optional;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.fixture.PerformedOperation;
import org.vfiooracle.verdict.nearest.NearestMachines;

/**
 * What can be said of one finding beside what differs.
 *
 * @param step ordinal of the call that differs, from 1; 0 where none does
 * @param call the call as expected, with the state before it; empty where the model does not perform the case
 * @param before that state in lines for people
 * @param shortest the shortest case that shows the difference, as expected; empty where all calls are needed
 * @param nearest what would have answered so
 */
public record Explanation(
        int step,
        Optional<PerformedOperation> call,
        List<String> before,
        Optional<Performance> shortest,
        NearestMachines nearest) {
    public Explanation {
        before = List.copyOf(before);
    }
}
