// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.verdict.report;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.oracle.Rules;

/**
 * What fixtures do not hold, because it changes without them: it is looked up by id when a report is made.
 *
 * @param place where the scenario of a case stands, as {@code features/attach/join.feature:31}; empty if unknown
 * @param rule the rule of an id, if there still is one
 */
public record Lookup(Function<CaseId, String> place, Function<String, Optional<Rule>> rule) {
    /** Looks up rules in the model, and scenarios where the caller knows them. */
    public static Lookup of(Function<CaseId, String> place) {
        return new Lookup(place, Rules::find);
    }

    /** Returns {@code spapr.attach.joined (read: vfio_iommu_spapr_tce.c, 4.2)}. */
    String ruleText(String id) {
        return rule.apply(id)
                .map(r -> id + " (" + r.evidence().name().toLowerCase(Locale.ROOT) + ": "
                        + r.source().text() + ")")
                .orElse(id);
    }
}
