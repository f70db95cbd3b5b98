// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.util.function.Function;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.steps.feature.Origins;

/** Where the scenario of a case stands. */
public final class FeaturePlaces {
    private FeaturePlaces() {}

    /** Returns a look-up of {@code features/attach/join.feature:31}; empty text for a case without a scenario. */
    public static Function<CaseId, String> of(Checkout checkout) {
        Origins origins = Origins.in(checkout.root());
        return id -> origins.of(id).map(origin -> origin.place().toString()).orElse("");
    }
}
