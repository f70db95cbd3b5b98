// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.sources;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.contract.cases.CaseId;

/**
 * Where a report says what was, and no more what is.
 *
 * @param changed cases whose file or feature is another than when they ran, by the path of the feature; none where none of the
 *     feature ran
 * @param absent cases of the corpus that have no result
 * @param shared whether the ledgers of the evidence, the rules or the strategies have changed
 */
public record Stale(SortedMap<String, List<CaseId>> changed, List<CaseId> absent, boolean shared) {
    private static final int NAMED = 5;

    public Stale {
        changed = Collections.unmodifiableSortedMap(new TreeMap<>(changed));
        absent = List.copyOf(absent);
    }

    /** Whether the report says what is. */
    public boolean none() {
        return changed.isEmpty() && absent.isEmpty() && !shared;
    }

    /** What to tell the user, one line for each thing to do; empty when nothing is stale. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (shared) {
            lines.add("the evidence, the rules or the strategies have changed: ./oracle record");
        }
        if (!absent.isEmpty()) {
            lines.add(count(absent.size()) + " of the corpus not in it: ./oracle record");
        }
        if (changed.size() <= NAMED) {
            changed.forEach((feature, cases) -> lines.add(
                    (cases.isEmpty() ? feature + " not in it" : count(cases.size()) + " of " + feature + " changed")
                            + ": ./oracle record " + feature));
        } else {
            lines.add(changed.size() + " features changed or not in it: ./oracle record");
        }
        return lines;
    }

    private static String count(int cases) {
        return cases == 1 ? "1 case" : cases + " cases";
    }
}
