// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.input;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.steps.feature.Library;
import org.vfiooracle.steps.feature.Selection;

/** Where the scenario of a case stands. */
public final class FeaturePlaces {
    private FeaturePlaces() {}

    /** Returns a look-up of {@code features/attach/join.feature:31}; empty text for a case without a scenario. */
    public static Function<CaseId, String> of(Checkout checkout) {
        Map<CaseId, String> places = Library.read(checkout.root(), Selection.all()).selected().stream()
                .collect(Collectors.toMap(
                        source -> source.origin().id(),
                        source -> source.origin().place().toString(),
                        (first, second) -> first));
        return id -> places.getOrDefault(id, "");
    }
}
