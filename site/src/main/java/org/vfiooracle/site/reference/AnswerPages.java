// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.reference;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vfiooracle.advice.diagnose.SystemError;
import org.vfiooracle.corpus.explain.RulePlace;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.oracle.Rules;
import org.vfiooracle.site.facts.AnsweredCall;
import org.vfiooracle.site.facts.AnsweredCalls;
import org.vfiooracle.site.facts.SiteFacts;
import org.vfiooracle.site.html.Chip;
import org.vfiooracle.site.html.Frame;
import org.vfiooracle.site.html.Link;
import org.vfiooracle.site.html.Links;
import org.vfiooracle.site.html.SiteFolder;
import org.vfiooracle.site.search.SearchIndex;

/** Writes a page for each answer, and one that lists them. */
public final class AnswerPages {
    private static final String CONTENTS = "answers/index.html";

    private final SiteFacts site;

    private AnswerPages(SiteFacts site) {
        this.site = site;
    }

    /** Writes them all. */
    public static void write(SiteFacts site, AnsweredCalls answered, SiteFolder folder, SearchIndex index) {
        Map<Answer, List<AnsweredCall>> byAnswer =
                new TreeMap<>(Comparator.comparing(Answer::succeeded).thenComparing(Answer::toString));
        answered.all().forEach(one -> byAnswer.computeIfAbsent(one.answer(), any -> new ArrayList<>())
                .add(one));
        AnswerPages pages = new AnswerPages(site);
        List<ListView.Row> rows = new ArrayList<>();
        byAnswer.forEach((answer, calls) -> {
            Link link = new Link(answer.toString(), Chip.page(answer));
            String meaning = meaning(answer);
            String names = calls.stream().map(AnsweredCall::call).distinct().collect(joining(", "));
            folder.page(Frame.of(link.text(), link.to(), CONTENTS), "answer", pages.view(answer, calls));
            rows.add(new ListView.Row(link, List.of(meaning, names)));
            index.add("answer", link.text(), meaning.isEmpty() ? names : meaning, "errno", link.to());
        });
        folder.page(
                Frame.of("Answers", CONTENTS, CONTENTS),
                "list",
                new ListView(
                        "Every errno, number and word that a call is answered in the corpus. Each page tells which calls, on which platforms, and why.",
                        List.of("Answer", "Meaning", "Calls"),
                        rows));
        index.add("page", "Answers", "Every errno, number and word that a call is answered", "errnos", CONTENTS);
    }

    private AnswerView view(Answer answer, List<AnsweredCall> calls) {
        List<String> shown = calls.stream().map(AnsweredCall::rule).toList();
        List<AnswerView.Unseen> unseen = answer.succeeded()
                ? List.of()
                : Rules.all().stream()
                        .filter(rule -> !shown.contains(rule.id()))
                        .flatMap(rule -> unseen(rule, answer).stream())
                        .toList();
        return new AnswerView(
                meaning(answer),
                calls.stream().map(one -> AnsweredLine.of(one, site)).toList(),
                unseen);
    }

    private static Optional<AnswerView.Unseen> unseen(Rule rule, Answer answer) {
        String places = RulePlace.of(rule.id()).stream()
                .filter(place -> place.answer().equals(Optional.of(answer)))
                .map(place -> place.procedure() + " on " + place.releases())
                .distinct()
                .collect(joining("; "));
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(new AnswerView.Unseen(Links.rule(rule), rule.sentence(), places));
    }

    private static String meaning(Answer answer) {
        return SystemError.all().stream()
                .filter(error -> error.name().equals(answer.toString()))
                .findFirst()
                .map(error -> error.text() + ", errno " + error.number())
                .orElse("");
    }
}
