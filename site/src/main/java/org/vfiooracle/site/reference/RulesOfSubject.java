// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.reference;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.documents.facts.RuleFacts;
import org.vfiooracle.documents.facts.RuleSubject;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.oracle.Rules;
import org.vfiooracle.site.facts.AnsweredCall;
import org.vfiooracle.site.facts.AnsweredCalls;
import org.vfiooracle.site.facts.SiteFacts;
import org.vfiooracle.site.html.Frame;
import org.vfiooracle.site.html.Link;
import org.vfiooracle.site.html.Links;
import org.vfiooracle.site.html.SiteFolder;
import org.vfiooracle.site.search.SearchIndex;

/** Writes a page for each subject of rules, and one that lists them. */
public final class RulesOfSubject {
    private static final String CONTENTS = "rules/index.html";

    private final SiteFacts site;
    private final AnsweredCalls answered;

    private RulesOfSubject(SiteFacts site, AnsweredCalls answered) {
        this.site = site;
        this.answered = answered;
    }

    /** Writes them all. */
    public static void write(SiteFacts site, AnsweredCalls answered, SiteFolder folder, SearchIndex index) {
        Map<RuleSubject, List<Rule>> subjects = new EnumMap<>(RuleSubject.class);
        Rules.all().forEach(rule -> subjects.computeIfAbsent(RuleSubject.of(rule), any -> new ArrayList<>())
                .add(rule));
        RulesOfSubject pages = new RulesOfSubject(site, answered);
        List<ListView.Row> rows = new ArrayList<>();
        subjects.forEach((subject, rules) -> {
            String path = "rules/" + subject.file() + ".html";
            folder.page(
                    Frame.of(subject.title(), path, CONTENTS),
                    "rules",
                    new RuleView(rules.stream().map(pages::record).toList()));
            rows.add(new ListView.Row(new Link(subject.title(), path), List.of(String.valueOf(rules.size()))));
            index.add("page", subject.title(), rules.size() + " rules", "rules", path);
            rules.forEach(rule -> index.add(
                    "rule", rule.id(), rule.sentence(), "", Links.rule(rule).to()));
        });
        folder.page(
                Frame.of("Rules", CONTENTS, CONTENTS),
                "list",
                new ListView(
                        "A rule is the reason for an answer. Every answer in the corpus names the rule that decided it.",
                        List.of("Subject", "Rules"),
                        rows));
        index.add("page", "Rules", "Every reason for an answer", "", CONTENTS);
    }

    private RuleView.Record record(Rule rule) {
        RuleFacts facts = RuleFacts.of(rule, site.knowledge());
        List<AnsweredCall> calls = answered.ofRule(rule.id());
        Set<CaseId> cases =
                calls.stream().flatMap(one -> one.cases().stream()).collect(toCollection(LinkedHashSet::new));
        return new RuleView.Record(
                rule.id(),
                facts.sentence(),
                facts.answers(),
                facts.source(),
                calls.stream().map(one -> Links.call(one.call())).distinct().toList(),
                facts.kernels(),
                facts.decided().isEmpty() ? "" : site.totals(fixtures(facts)).kinds(),
                CaseLinks.of(cases));
    }

    private Collection<Fixture> fixtures(RuleFacts facts) {
        Set<Fixture> fixtures = new LinkedHashSet<>();
        facts.decided().forEach(decision -> site.find(decision.id())
                .map(found -> found.fixtures().get(decision.platform()))
                .ifPresent(fixture -> fixtures.add(Objects.requireNonNull(fixture))));
        return fixtures;
    }
}
