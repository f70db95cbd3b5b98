// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vfiooracle.advice.judge.Judgement;
import org.vfiooracle.advice.judge.Judgement.Disagreement;
import org.vfiooracle.advice.judge.Judgement.Expected;
import org.vfiooracle.advice.judge.Judgement.How;
import org.vfiooracle.advice.judge.LogVerdict;
import org.vfiooracle.corpus.naming.PlatformsText;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * Whether platforms would have answered as a log shows.
 *
 * @param log the file
 * @param verdict what platforms make of it
 * @param asked the platform that is asked about, if it is one; then the others only tell who else agrees
 */
public record JudgePage(String log, LogVerdict verdict, List<PlatformId> asked) implements Page {
    private static final int FEW = 3;

    public JudgePage {
        asked = List.copyOf(asked);
    }

    /** Whether the platform that is asked about, or any, agrees with all of it. */
    public boolean agrees() {
        return chosen().stream().anyMatch(Judgement::agrees);
    }

    private List<Judgement> chosen() {
        return asked.isEmpty()
                ? verdict.judgements()
                : verdict.judgements().stream()
                        .filter(one -> asked.contains(one.platform()))
                        .toList();
    }

    @Override
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        lines.add(log + ": " + verdict.calls() + " VFIO calls, " + verdict.groups()
                + (verdict.groups() == 1 ? " group" : " groups"));
        if (verdict.unknown() > 0) {
            lines.add("  " + verdict.unknown()
                    + " more on descriptors that were open before the log begins; they are not judged");
        }
        lines.add("");
        if (agrees()) {
            lines.add("agrees with all of it: " + PlatformsText.of(agreeing(chosen())));
            lines.add("  " + counts(chosen().get(0)));
        } else {
            chosen().stream().limit(asked.isEmpty() ? FEW : chosen().size()).forEach(one -> disagreement(one, lines));
        }
        List<PlatformId> others = agreeing(verdict.judgements());
        if (!asked.isEmpty() && !agrees()) {
            lines.add(
                    others.isEmpty()
                            ? "No platform of the corpus agrees with all of it; longest: " + longest()
                            : "agree with all of it: " + PlatformsText.of(others));
        } else if (asked.isEmpty() && !agrees()) {
            lines.add("No platform of the corpus agrees with all of it. Those above agree longest.");
        }
        return lines;
    }

    private static List<PlatformId> agreeing(List<Judgement> judgements) {
        return judgements.stream()
                .filter(Judgement::agrees)
                .map(Judgement::platform)
                .toList();
    }

    private String longest() {
        Judgement first = verdict.judgements().get(0);
        return first.platform() + ", the first " + first.agreed();
    }

    private void disagreement(Judgement one, List<String> lines) {
        Disagreement first = one.first().orElseThrow();
        lines.add(one.platform() + " agrees with the first " + one.agreed() + " of " + verdict.calls()
                + " calls, and not with this one:");
        lines.add("  line " + first.logged().line() + ": " + first.logged());
        for (Expected expected : first.expected()) {
            lines.add("  expected  " + expected.answer() + ", rule "
                    + expected.rule().id());
            lines.add("            " + expected.rule().sentence());
        }
        lines.add("  " + counts(one));
        lines.add("");
    }

    private static String counts(Judgement one) {
        List<String> parts = new ArrayList<>();
        one.counts().forEach((how, count) -> parts.add(count + " " + word(how)));
        return "judged: " + String.join(", ", parts);
    }

    private static String word(How how) {
        return switch (how) {
            case FULLY -> "with the arguments of the log";
            case ASSUMED -> "with assumed arguments";
            case BY_RESULT -> "by the result alone";
            case NOT -> "not at all";
        };
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("calls", verdict.calls());
        json.put("groups", verdict.groups());
        json.put("unknown_descriptors", verdict.unknown());
        json.put("agrees", agrees());
        json.put(
                "agreeing",
                agreeing(verdict.judgements()).stream()
                        .map(PlatformId::toString)
                        .toList());
        json.put("platforms", verdict.judgements().stream().map(JudgePage::json).toList());
        return json;
    }

    private static Map<String, Object> json(Judgement one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("platform", one.platform().toString());
        json.put("agreed", one.agreed());
        one.counts().forEach((how, count) -> json.put(how.name().toLowerCase(Locale.ROOT), count));
        one.first().ifPresent(first -> {
            json.put("line", first.logged().line());
            json.put("call", first.call());
            json.put("logged", first.logged().toString());
            json.put(
                    "expected",
                    first.expected().stream()
                            .map(expected -> Map.of(
                                    "answer",
                                    expected.answer().toString(),
                                    "rule",
                                    expected.rule().id()))
                            .toList());
        });
        return json;
    }
}
