// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;

/**
 * What an adapter is compared with.
 *
 * @param fixtures in order of id
 * @param unpinned they were computed for exactly the announced point release, and are not those of the corpus
 * @param notPredicted cases for which there is no fixture, each with the reason
 */
public record Expected(List<Fixture> fixtures, boolean unpinned, SortedMap<CaseId, String> notPredicted) {
    public Expected {
        fixtures = List.copyOf(fixtures);
        notPredicted = Collections.unmodifiableSortedMap(new TreeMap<>(notPredicted));
    }
}
