// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.input.CallNames;
import org.vfiooracle.input.UnknownName;
import org.vfiooracle.oracle.Rules;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The choice of fixtures by what happens in them: one operation has to be all that is asked for. */
final class Deciding {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Option(
            names = "--with-call",
            paramLabel = "CALL",
            split = ",",
            description = "Only fixtures in which this operation is performed.")
    private List<String> calls = new ArrayList<>();

    @Option(
            names = "--with-rule",
            paramLabel = "RULE",
            split = ",",
            description = "Only fixtures in which this rule decides an answer.")
    private List<String> rules = new ArrayList<>();

    @Option(
            names = "--with-errno",
            paramLabel = "ERRNO",
            split = ",",
            description = "Only fixtures in which an operation gives this answer: EBUSY, 0, H_PARAMETER. "
                    + "With --with-call or --with-rule, the same operation.")
    private List<String> answers = new ArrayList<>();

    /** Returns which fixtures are meant; fails on a name that is not known. */
    Predicate<Fixture> fixtures() {
        CallNames.known(calls);
        List<String> known = Rules.all().stream().map(Rule::id).toList();
        rules.stream().filter(rule -> !known.contains(rule)).findFirst().ifPresent(rule -> {
            throw new UnknownName("rule", rule, known);
        });
        answers.forEach(this::check);
        return any() ? fixture -> fixture.steps().stream().anyMatch(this::asked) : fixture -> true;
    }

    /** Whether anything was chosen. */
    boolean any() {
        return !calls.isEmpty() || !rules.isEmpty() || !answers.isEmpty();
    }

    private boolean asked(RecordedStep step) {
        return in(calls, step.operation().name())
                && in(rules, step.rule())
                && in(answers, step.outcome().answer().toString());
    }

    private static boolean in(List<String> wanted, String found) {
        return wanted.isEmpty() || wanted.contains(found);
    }

    private void check(String answer) {
        try {
            Answer.parse(answer);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(command.commandLine(), "--with-errno: " + e.getMessage(), e);
        }
    }
}
