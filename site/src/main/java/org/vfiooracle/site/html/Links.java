// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.html;

import org.vfiooracle.documents.facts.CallFacts;
import org.vfiooracle.documents.facts.RuleSubject;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.oracle.Rules;

/** Where things stand on the site. */
public final class Links {
    private Links() {}

    /** Returns a rule by its id; one that nobody knows leads nowhere. */
    public static Link rule(String id) {
        return Rules.find(id).map(Links::rule).orElse(Link.none(id));
    }

    /** Returns a rule. */
    public static Link rule(Rule rule) {
        return new Link(rule.id(), "rules/" + RuleSubject.of(rule).file() + ".html#" + rule.id());
    }

    /** Returns a call; what is no call of the kernel leads nowhere. */
    public static Link call(String name) {
        return CallFacts.calls().contains(name)
                ? new Link(name, "calls/" + CallFacts.file(name) + ".html")
                : Link.none(name);
    }

    /** The page of an area. */
    public static String area(String area) {
        return "areas/" + area + ".html";
    }

    /** Returns a scenario: its first case, or nothing where it has none. */
    public static Link scenario(String id, java.util.Collection<String> pages) {
        return pages.stream()
                .filter(page -> page.equals("cases/" + id + ".html") || page.startsWith("cases/" + id + "."))
                .findFirst()
                .map(page -> new Link(id, page))
                .orElse(Link.none(id));
    }
}
