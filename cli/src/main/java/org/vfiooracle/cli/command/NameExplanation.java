// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vfiooracle.conformance.drive.ChosenDeviations;
import org.vfiooracle.contract.declaration.Declaration;
import org.vfiooracle.contract.declaration.Declarations;
import org.vfiooracle.corpus.explain.BeyondCases;
import org.vfiooracle.corpus.explain.CallEntry;
import org.vfiooracle.corpus.explain.CallFilter;
import org.vfiooracle.corpus.explain.CallOutline;
import org.vfiooracle.corpus.explain.Decisions;
import org.vfiooracle.corpus.explain.Decisions.Decision;
import org.vfiooracle.corpus.explain.Edit;
import org.vfiooracle.corpus.explain.RulePlace;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.input.CaseChoice;
import org.vfiooracle.input.Checkout;
import org.vfiooracle.input.PlatformChoice;
import org.vfiooracle.input.UnknownSubject;
import org.vfiooracle.oracle.Deviations;
import org.vfiooracle.oracle.ProgramDeviations;
import org.vfiooracle.oracle.Rules;
import org.vfiooracle.oracle.Strategies;
import org.vfiooracle.programs.vmm.ProgramDeviation;
import org.vfiooracle.programs.vmm.Strategy;
import org.vfiooracle.terminal.page.CallPage;
import org.vfiooracle.terminal.page.DeviationPage;
import org.vfiooracle.terminal.page.Grouped;
import org.vfiooracle.terminal.page.Page;
import org.vfiooracle.terminal.page.ProgramCallPage;
import org.vfiooracle.terminal.page.ProgramDeviationPage;
import org.vfiooracle.terminal.page.RulePage;
import org.vfiooracle.terminal.page.SeveralPages;

/** Explains what has a name in the model: rules, deviations and calls. */
final class NameExplanation {
    private final PlatformChoice platforms;
    private final Corpus corpus;
    private final CaseChoice cases;

    NameExplanation(Checkout checkout, PlatformChoice platforms) {
        this.platforms = platforms;
        this.corpus = Corpus.at(checkout.root());
        this.cases = new CaseChoice(checkout);
    }

    /**
     * Explains a name.
     *
     * @param answer for a call, the only answer that is asked about
     * @param on the platforms
     * @throws UnknownSubject when nothing has this name
     */
    Page of(String name, Optional<Answer> answer, List<PlatformId> on) {
        Optional<Rule> rule = Rules.find(name);
        if (rule.isPresent()) {
            return rule(rule.get(), on);
        }
        Optional<Deviation> deviation = Deviations.find(name);
        if (deviation.isPresent()) {
            return deviation(deviation.get());
        }
        Optional<ProgramDeviation> ofProgram = ProgramDeviations.find(name);
        if (ofProgram.isPresent()) {
            return new ProgramDeviationPage(
                    ofProgram.get(), having(ofProgram.get()), decisions(name).byDeviation(name));
        }
        List<String> calls = calls().stream()
                .filter(call -> call.equalsIgnoreCase(name) || call.startsWith(name + " "))
                .toList();
        if (calls.isEmpty() && ofPrograms().contains(name)) {
            return programCall(name, answer, on);
        }
        if (calls.isEmpty()) {
            throw new UnknownSubject(name, everything());
        }
        return calls.size() == 1 ? call(calls.get(0), answer, on) : both(calls, answer, on);
    }

    /** The representative programs that have a bug. */
    private static List<String> having(ProgramDeviation deviation) {
        return Strategies.all().stream()
                .filter(strategy -> strategy.deviations().contains(deviation))
                .map(Strategy::id)
                .toList();
    }

    private Page rule(Rule rule, List<PlatformId> on) {
        Decisions decisions = decisions(rule.id());
        List<Deviation> departing = Deviations.ALL.stream()
                .filter(deviation -> Edit.of(deviation).stream()
                        .anyMatch(edit -> edit.entry().equals(rule.id())))
                .toList();
        return new RulePage(
                rule,
                RulePlace.of(rule.id()),
                departing,
                decisions.byRule(rule.id()),
                on.equals(platforms.corpus()) ? List.of() : on);
    }

    private Page deviation(Deviation deviation) {
        List<PlatformId> having = platforms.corpus().stream()
                .filter(id -> deviation.present(platforms.platforms().profile(id)))
                .toList();
        return new DeviationPage(
                deviation, Edit.of(deviation), having, decisions(deviation.id()).byDeviation(deviation.id()));
    }

    private CallPage call(String call, Optional<Answer> answer, List<PlatformId> on) {
        Optional<Decisions> decisions = answer.map(which -> decisions("answer: " + which + "\n"));
        return new CallPage(call, answer, Grouped.of(on, Function.identity(), id -> {
            CallOutline outline = new CallOutline(platforms.platforms().machine(id));
            List<CallEntry> all = outline.asMeant(call);
            return new CallPage.Facts(
                    answer.map(a -> CallFilter.giving(
                                    a, all, rule -> decisions.orElseThrow().gave(rule.id(), call, a)))
                            .orElse(all),
                    outline.deviations(call),
                    BeyondCases.of(call, answer, id));
        }));
    }

    private ProgramCallPage programCall(String call, Optional<Answer> answer, List<PlatformId> on) {
        SortedMap<String, List<Decision>> decided = decisions(operation(call)).ofCall(call);
        decided.replaceAll((rule, all) ->
                all.stream().filter(d -> on.contains(d.platform())).toList());
        decided.values().removeIf(List::isEmpty);
        return new ProgramCallPage(call, answer, decided);
    }

    /** The operations of programs: all that are no calls of the kernel. */
    static List<String> ofPrograms() {
        return Declarations.ofOperations().all().stream()
                .filter(each -> each.on().ofPrograms())
                .map(Declaration::name)
                .toList();
    }

    /** {@code open} is two calls, of a container and of a group. */
    private Page both(List<String> calls, Optional<Answer> answer, List<PlatformId> on) {
        List<CallPage> pages =
                calls.stream().map(call -> call(call, answer, on)).toList();
        return new SeveralPages(pages);
    }

    private List<String> calls() {
        return new CallOutline(platforms.platforms().machine(platforms.corpus().get(0))).calls();
    }

    private List<String> everything() {
        List<String> names = new ArrayList<>(calls());
        names.addAll(ofPrograms());
        Stream.concat(Rules.all().stream().map(Rule::id), ChosenDeviations.names().stream())
                .forEach(names::add);
        names.addAll(cases.names());
        return names;
    }

    /** How a case file names a call: the procedures of {@code open} are named after what is opened. */
    private static String operation(String call) {
        return "op: " + call.split(" ", 2)[0];
    }

    private Decisions decisions(String word) {
        return Decisions.mentioning(word, corpus);
    }
}
