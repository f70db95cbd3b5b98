// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import io.qameta.allure.model.Link;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.platform.Release;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.oracle.Rules;

/**
 * Where the rules of a scenario can be read: the function of the kernel, as the newest release calls it that answered by the
 * rule.
 */
final class SourceLinks {
    private SourceLinks() {}

    static List<Link> of(List<AnswerRow> rows) {
        Map<String, Link> links = new LinkedHashMap<>();
        for (AnswerRow row : rows) {
            Rules.find(row.said().rule())
                    .flatMap(rule -> link(rule, row))
                    .ifPresent(link -> links.put(link.getUrl(), link));
        }
        return List.copyOf(links.values());
    }

    private static Optional<Link> link(Rule rule, AnswerRow row) {
        return row.platforms().stream()
                .map(PlatformId::release)
                .max(Release::compareTo)
                .flatMap(release ->
                        rule.source().at(release).stream().findFirst().map(function -> link(function.name(), release)));
    }

    private static Link link(String function, Release release) {
        return new Link()
                .setName(function + " in Linux " + release)
                .setType("custom")
                .setUrl("https://elixir.bootlin.com/linux/v" + release + "/A/ident/" + function);
    }
}
