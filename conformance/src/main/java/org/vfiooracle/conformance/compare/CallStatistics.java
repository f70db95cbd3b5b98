// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.compare;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of one kind of call was really compared.
 *
 * @param call its name, as in {@code VFIO_SET_IOMMU}
 * @param compared number of operations that were compared
 * @param notCompared number of operations that were not, by reason
 * @param fields names of what was not compared in those that were, with the number of operations that have it
 */
public record CallStatistics(
        String call, int compared, SortedMap<String, Integer> notCompared, SortedMap<String, Integer> fields) {
    public CallStatistics {
        notCompared = Collections.unmodifiableSortedMap(new TreeMap<>(notCompared));
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /** Number of operations that were not compared, whatever the reason. */
    public int notComparedInAll() {
        return notCompared.values().stream().mapToInt(Integer::intValue).sum();
    }
}
