// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.page;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.vfiooracle.kernel.engine.Rule;

/** How a rule is shown. */
final class RuleText {
    private RuleText() {}

    /** {@code A container takes one group (read: vfio_iommu_spapr_tce.c: tce_iommu_attach_group, to 4.1)}. */
    static String sentence(Rule rule) {
        return rule.sentence() + " (" + basis(rule) + ")";
    }

    /** {@code read: vfio_iommu_spapr_tce.c: tce_iommu_attach_group, to 4.1}. */
    static String basis(Rule rule) {
        return lower(rule.evidence()) + ": " + rule.source();
    }

    /** The fields of a rule. */
    static Map<String, Object> json(Rule rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", rule.id());
        json.put("sentence", rule.sentence());
        json.put("requirement", lower(rule.requirement()));
        json.put("evidence", lower(rule.evidence()));
        json.put("source", rule.source());
        return json;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
