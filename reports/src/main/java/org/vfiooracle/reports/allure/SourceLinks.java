// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import io.qameta.allure.model.Link;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vfiooracle.kernel.engine.Rule;
import org.vfiooracle.kernel.platform.PlatformId;
import org.vfiooracle.kernel.platform.Release;
import org.vfiooracle.oracle.Rules;

/**
 * Where the rules of a scenario can be read: the function of the kernel, in the newest release that answered by the rule. Rules
 * name files and functions as they are since Linux 6.2 (when {@code vfio.c} was split), so older releases get no link.
 */
final class SourceLinks {
    private static final Release SPLIT = Release.parse("6.2");
    private static final Pattern FUNCTION = Pattern.compile("[a-z0-9_-]+\\.c: ([a-z0-9_]+)");

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
        Matcher function = FUNCTION.matcher(rule.source());
        Optional<Release> newest = row.platforms().stream()
                .map(PlatformId::release)
                .max(Release::compareTo)
                .filter(release -> release.compareTo(SPLIT) >= 0);
        return function.find() ? newest.map(release -> link(function.group(1), release)) : Optional.empty();
    }

    private static Link link(String function, Release release) {
        return new Link()
                .setName(function + " in Linux " + release)
                .setType("custom")
                .setUrl("https://elixir.bootlin.com/linux/v" + release + "/A/ident/" + function);
    }
}
