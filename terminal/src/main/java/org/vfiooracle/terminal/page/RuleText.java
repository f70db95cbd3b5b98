// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.Rule;

/** How a rule is shown. */
final class RuleText {
    private RuleText() {}

    /** The sentence of a rule, and below it the source. */
    static List<String> lines(Rule rule, String indent) {
        return lines(rule, List.of(), indent);
    }

    /** The same with the source as the releases of some platforms call it, where they call it alike. */
    static List<String> lines(Rule rule, List<PlatformId> platforms, String indent) {
        return List.of(indent + rule.sentence(), indent + "(" + basis(rule, platforms) + ")");
    }

    /** {@code read: drivers/vfio/vfio_iommu_spapr_tce.c: tce_iommu_attach_group}. */
    static String basis(Rule rule, List<PlatformId> platforms) {
        return lower(rule.evidence()) + ": "
                + rule.source().on(platforms.stream().map(PlatformId::release).toList());
    }

    /** The fields of a rule. */
    static Map<String, Object> json(Rule rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", rule.id());
        json.put("sentence", rule.sentence());
        json.put("requirement", lower(rule.requirement()));
        json.put("evidence", lower(rule.evidence()));
        json.put("source", rule.source().text());
        return json;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
