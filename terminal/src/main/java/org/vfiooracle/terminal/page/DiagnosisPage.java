// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vfiooracle.advice.bugs.KnownBug;
import org.vfiooracle.advice.diagnose.AnswerRules;
import org.vfiooracle.advice.diagnose.Finding;
import org.vfiooracle.advice.diagnose.KnownMessage;
import org.vfiooracle.advice.diagnose.SystemError;
import org.vfiooracle.corpus.explain.WhereToLook;
import org.vfiooracle.corpus.naming.PlatformsText;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.Rule;

/**
 * What lines of a log are about.
 *
 * @param told what was recognised
 * @param lines how many lines there were
 * @param recognised how many of them say something that is known
 * @param platforms those that are asked about
 */
public record DiagnosisPage(List<Told> told, int lines, int recognised, List<PlatformId> platforms) implements Page {
    private static final int MOST_RULES = 8;
    private static final int FEW_PLATFORMS = 4;

    /**
     * What is to be said of a line.
     *
     * @param finding what it is about
     * @param rules the rules that the message names
     * @param bugs the known bugs that it can come from
     * @param answers the checks that answer so, where the error is one that the model has
     */
    public record Told(Finding finding, List<Rule> rules, List<KnownBug> bugs, Optional<AnswerRules> answers) {
        public Told {
            rules = List.copyOf(rules);
            bugs = List.copyOf(bugs);
        }
    }

    public DiagnosisPage {
        told = List.copyOf(told);
        platforms = List.copyOf(platforms);
    }

    /** Whether anything was recognised. */
    public boolean found() {
        return !told.isEmpty();
    }

    @Override
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        int last = 0;
        for (Told one : told) {
            if (one.finding().number() != last) {
                lines.add((this.lines > 1 ? one.finding().number() + ": " : "")
                        + one.finding().line().strip());
            }
            last = one.finding().number();
            finding(one, lines);
            lines.add("");
        }
        if (!found()) {
            lines.add("Not recognised: no known message, no VFIO call and no error in "
                    + (this.lines == 1 ? "this line" : "these lines") + ".");
            lines.add("./oracle diagnose ERRNO, such as ENOMEM or 12, lists the calls that can fail with it.");
        } else if (this.lines > 1) {
            lines.add(recognised + " of " + this.lines + " lines recognised");
        }
        return lines;
    }

    private void finding(Told one, List<String> lines) {
        Finding finding = one.finding();
        finding.message().ifPresentOrElse(message -> message(message, lines), () -> lines.add(unknown(finding)));
        finding.error()
                .ifPresent(error -> lines.add(
                        "  error    " + error.name() + " (" + error.number() + ", \"" + error.text() + "\")"));
        if (!finding.calls().isEmpty()) {
            lines.add("  " + (finding.calls().size() == 1 ? "call     " : "calls    ")
                    + String.join(", ", finding.calls()));
        }
        finding.message().ifPresent(message -> look(message.look(), lines));
        finding.message()
                .filter(message -> !message.fixed().isEmpty())
                .ifPresent(message -> lines.add("  fixed    " + message.fixed()));
        one.bugs()
                .forEach(bug -> lines.add("  bug      " + bug.id() + ": " + bug.title() + " (" + bug.releases() + ")"));
        if (!one.rules().isEmpty()) {
            lines.add("  rules");
            one.rules().forEach(rule -> rule(rule, List.of(), lines));
        }
        one.answers().ifPresent(answers -> answers(answers, finding, lines));
    }

    private static String unknown(Finding finding) {
        return finding.calls().isEmpty()
                        && finding.error().isPresent()
                        && finding.line().strip().length() < MOST_RULES * 5
                ? "  means    an error; the calls below can answer it"
                : "  means    no known message; what follows is read from the names in it";
    }

    private static void message(KnownMessage message, List<String> lines) {
        lines.add("  means    " + message.means());
        lines.add("  from     " + message.program() + ", " + message.where()
                + (message.versions().isEmpty() ? "" : " (" + message.versions() + ")"));
    }

    private static void look(List<String> look, List<String> lines) {
        for (int i = 0; i < look.size(); i++) {
            lines.add((i == 0 ? "  look at  " : "           ") + (look.size() == 1 ? "" : i + 1 + ". ") + look.get(i));
        }
    }

    private void answers(AnswerRules answers, Finding finding, List<String> lines) {
        if (answers.byCall().isEmpty()) {
            lines.add("  rules    no modelled check of " + (finding.calls().isEmpty() ? "any call" : "this call")
                    + " returns " + answers.answer());
            return;
        }
        answers.byCall().forEach((call, rules) -> {
            lines.add("  rules by which " + call + " answers " + answers.answer());
            rules.entrySet().stream().limit(MOST_RULES).forEach(entry -> rule(entry.getKey(), entry.getValue(), lines));
            if (rules.size() > MOST_RULES) {
                lines.add("    and " + (rules.size() - MOST_RULES) + " more");
            }
        });
        if (!finding.calls().isEmpty()) {
            lines.add("  ./oracle explain " + finding.calls().get(0) + " " + answers.answer()
                    + " shows their order, and where to look");
        }
    }

    private void rule(Rule rule, List<PlatformId> having, List<String> lines) {
        lines.add("    " + rule.id());
        lines.add("      " + rule.sentence());
        if (!having.isEmpty() && having.size() < platforms.size()) {
            lines.add("      on " + places(having));
        }
    }

    /** The platforms, or only their generations where there are many. */
    private static String places(List<PlatformId> having) {
        return having.size() <= FEW_PLATFORMS
                ? PlatformsText.of(having)
                : having.stream().map(PlatformId::generation).distinct().collect(Collectors.joining(", ")) + " ("
                        + having.size() + " platforms)";
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lines", lines);
        json.put("recognised", recognised);
        json.put("findings", told.stream().map(DiagnosisPage::json).toList());
        return json;
    }

    private static Map<String, Object> json(Told one) {
        Finding finding = one.finding();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("line", finding.number());
        json.put("text", finding.line());
        finding.message().ifPresent(message -> {
            json.put("message", message.id());
            json.put("program", message.program());
            json.put("where", message.where());
            json.put("means", message.means());
            json.put("look", message.look());
            json.put("bugs", message.bugs());
            json.put("fixed", message.fixed());
        });
        finding.error().map(SystemError::name).ifPresent(error -> json.put("error", error));
        json.put("calls", finding.calls());
        json.put("rules", one.rules().stream().map(RuleText::json).toList());
        Map<String, Object> answers = new LinkedHashMap<>();
        one.answers().ifPresent(all -> all.byCall()
                .forEach((call, rules) -> answers.put(
                        call, rules.entrySet().stream().map(DiagnosisPage::json).toList())));
        json.put("answered_by", answers);
        return json;
    }

    private static Map<String, Object> json(Map.Entry<Rule, List<PlatformId>> entry) {
        Map<String, Object> json = RuleText.json(entry.getKey());
        json.put("look", WhereToLook.of(entry.getKey()));
        json.put(
                "platforms", entry.getValue().stream().map(PlatformId::toString).toList());
        return json;
    }
}
