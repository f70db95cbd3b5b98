// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.gherkin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.contract.wording.ByteText;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.oracle.Machine;

/**
 * A call of a case as a scenario for all platforms: the calls before it that change anything are its Givens. What its table
 * expects is what the model answers, so that somebody has to look whether a source or a machine says the same.
 */
public final class Promotion {
    private static final String USUAL = "six-groups";

    private final Platforms platforms;
    private final List<PlatformId> corpus;
    private final Case performed;
    private final PlatformId origin;

    /** Prepares to promote a case that was made for a platform. */
    public Promotion(Platforms platforms, List<PlatformId> corpus, Case performed, PlatformId origin) {
        this.platforms = platforms;
        this.corpus = List.copyOf(corpus);
        this.performed = performed;
        this.origin = origin;
    }

    /** What a platform answers; {@code runs} is false where it cannot come to the call. */
    private record Row(String answer, String rule, boolean runs) {}

    /** Returns the calls that are worth a scenario, by number from 1: those that are refused, and the last. */
    public List<Integer> worth() {
        List<Integer> worth = new ArrayList<>();
        State state = first(origin);
        Machine machine = platforms.machine(origin);
        for (int i = 0; i < performed.operations().size(); i++) {
            Transition transition =
                    machine.perform(state, performed.operations().get(i));
            if (!transition.outcome().answer().succeeded()
                    || i + 1 == performed.operations().size()) {
                worth.add(i + 1);
            }
            state = transition.next();
        }
        return worth;
    }

    /** Returns the lines of the scenario of call {@code number}, without indentation. */
    public List<String> scenario(int number, String id) {
        List<Operation> givens = givens(number);
        Operation last = performed.operations().get(number - 1);
        List<Operation> all = Stream.concat(givens.stream(), Stream.of(last)).toList();
        StepText text = new StepText(all);
        List<String> lines = new ArrayList<>();
        lines.add("@" + id);
        lines.add("Scenario: " + Title.of(after(origin, givens).orElseThrow(), last));
        Counterexample.Steps steps = new Counterexample.Steps(lines);
        memory().ifPresent(steps::given);
        text.process(performed.process()).forEach(steps::given);
        givens.forEach(operation -> text.given(operation).forEach(steps::given));
        closed(givens, last).ifPresent(handle -> {
            steps.given("container \"" + handle + "\"");
            steps.given("\"" + handle + "\" is closed");
        });
        text.when(last).forEach(steps::when);
        table(givens, last, steps);
        return lines;
    }

    /** The step for a machine with another memory than that which scenarios have when they say nothing. */
    private Optional<String> memory() {
        return performed.topology().equals(USUAL)
                ? Optional.empty()
                : Optional.of("a host with "
                        + ByteText.size(
                                platforms.described(performed.topology()).ramBytes()) + " of memory");
    }

    /** The descriptor of a call that nothing has opened: a scenario has to open it, and to close it again. */
    private Optional<String> closed(List<Operation> givens, Operation last) {
        State state = after(origin, givens).orElseThrow();
        String on = last.on();
        boolean open = on.isEmpty() || state.as(by(last)).handle(on).isPresent();
        return open ? Optional.empty() : Optional.of(on);
    }

    private static String by(Operation operation) {
        return operation instanceof Operation.By other ? other.by() : "";
    }

    /** The calls before that succeed and change anything. */
    @SuppressWarnings("ReferenceEquality") // a call that changes nothing leaves the very same state
    private List<Operation> givens(int number) {
        List<Operation> givens = new ArrayList<>();
        State state = first(origin);
        Machine machine = platforms.machine(origin);
        for (Operation operation : performed.operations().subList(0, number - 1)) {
            Transition transition = machine.perform(state, operation);
            if (transition.outcome().answer().succeeded() && transition.next() != state) {
                givens.add(operation);
            }
            state = transition.next();
        }
        return givens;
    }

    private void table(List<Operation> givens, Operation last, Counterexample.Steps steps) {
        Map<Row, List<PlatformId>> rows = new LinkedHashMap<>();
        for (PlatformId id : corpus) {
            row(id, givens, last).ifPresent(row -> rows.computeIfAbsent(row, r -> new ArrayList<>())
                    .add(id));
        }
        List<Map.Entry<Row, List<PlatformId>>> answers =
                rows.entrySet().stream().filter(entry -> entry.getKey().runs()).toList();
        if (answers.size() == 1 && rows.size() == 1) {
            Row only = answers.get(0).getKey();
            steps.then("it answers " + only.answer() + ", rule " + only.rule());
            return;
        }
        Row most = answers.stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .map(Map.Entry::getKey)
                .orElse(new Row("n/a", "", false));
        steps.then("it answers");
        steps.row("| platforms | answer | rule |");
        rows.forEach((row, ids) -> {
            if (!row.equals(most)) {
                PlatformRow.of(ids, corpus).forEach(set -> steps.row(line(set, row)));
            }
        });
        steps.row(line("*", most));
    }

    private static String line(String platforms, Row row) {
        return "| " + platforms + " | " + row.answer() + " | " + row.rule() + " |";
    }

    /** What a platform answers; empty where a Given is refused, which needs no row. */
    private Optional<Row> row(PlatformId id, List<Operation> givens, Operation last) {
        try {
            Optional<State> state = after(id, givens);
            if (state.isEmpty()) {
                return Optional.empty();
            }
            Transition transition = platforms.machine(id).perform(state.get(), last);
            return Optional.of(new Row(
                    transition.outcome().answer().toString(), transition.rule().id(), true));
        } catch (NotModelled unknown) {
            return Optional.of(new Row("n/a", "not modelled", false));
        }
    }

    private Optional<State> after(PlatformId id, List<Operation> givens) {
        State state = first(id);
        Machine machine = platforms.machine(id);
        for (Operation operation : givens) {
            Transition transition = machine.perform(state, operation);
            if (!transition.outcome().answer().succeeded()) {
                return Optional.empty();
            }
            state = transition.next();
        }
        return Optional.of(state);
    }

    private State first(PlatformId id) {
        return State.initial(
                platforms.topology(performed.topology(), platforms.machine(id).profile()), performed.process());
    }
}
