// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.run;

import io.cucumber.plugin.event.DataTableArgument;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.Step;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.TestStepStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.steps.expect.AnswerCells;
import org.vfiooracle.steps.failure.Failure;
import org.vfiooracle.steps.failure.ScenarioFailed;
import org.vfiooracle.steps.feature.ScenarioSource;
import org.vfiooracle.steps.scene.CurrentStep;
import org.vfiooracle.steps.scene.Scene;
import org.vfiooracle.steps.vocabulary.Vocabulary;
import org.vfiooracle.steps.vocabulary.VocabularyStep;

/** Follows one scenario step by step: tells the scene where it is, and keeps what went wrong. */
final class StepLog {
    private static final int NEAREST = 3;

    private final ScenarioSource source;
    private final Scene scene;
    private final Vocabulary vocabulary;
    private final List<ReportedStep> steps = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private Optional<IllegalStateException> defect = Optional.empty();

    StepLog(ScenarioSource source, Scene scene, Vocabulary vocabulary) {
        this.source = source;
        this.scene = scene;
        this.vocabulary = vocabulary;
    }

    /** The steps that are over. */
    List<ReportedStep> steps() {
        return steps;
    }

    /** What is wrong with the scenario. */
    List<Failure> failures() {
        return failures;
    }

    /** What a step threw that it should not, with the place of the step. */
    Optional<IllegalStateException> defect() {
        return defect;
    }

    /** Hears an event of Cucumber. */
    void hear(Object event) {
        if (event instanceof TestStepStarted started && started.getTestStep() instanceof PickleStepTestStep step) {
            Step told = step.getStep();
            scene.step(new CurrentStep(
                    told.getText(), told.getLine(), source.rowLines().getOrDefault(told.getLine(), List.of())));
        } else if (event instanceof TestStepFinished finished) {
            finished(finished);
        }
    }

    private void finished(TestStepFinished event) {
        Result result = event.getResult();
        int known = failures.size();
        if (result.getStatus() == Status.UNDEFINED) {
            failures.add(undefined());
        } else if (result.getStatus() == Status.SKIPPED) {
            failures.addAll(unreached(event));
        } else if (!result.getStatus().isOk()) {
            failed(result.getError());
        }
        failures.addAll(scene.takeFailed());
        if (event.getTestStep() instanceof PickleStepTestStep step) {
            Optional<String> message =
                    failures.size() > known ? Optional.of(failures.get(known).text()) : Optional.empty();
            steps.add(reported(step.getStep(), result, message));
        }
    }

    /** What can be told of a step that is not performed, so that several mistakes are told at once. */
    private List<Failure> unreached(TestStepFinished event) {
        if (!(event.getTestStep() instanceof PickleStepTestStep step)) {
            return List.of();
        }
        return step.getPattern() == null ? List.of(undefined()) : AnswerCells.wrong(scene, table(step.getStep()));
    }

    private void failed(@Nullable Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ScenarioFailed failed) {
                failures.addAll(failed.failures());
                return;
            }
        }
        if (error != null && defect.isEmpty()) {
            CurrentStep broken = scene.step();
            defect = Optional.of(
                    new IllegalStateException("the step in " + scene.place(0) + " broke: " + broken.text(), error));
        }
    }

    private Failure undefined() {
        List<String> message = new ArrayList<>();
        message.add("no such step: " + scene.step().text());
        List<VocabularyStep> nearest = vocabulary.nearest(scene.step().text(), NEAREST);
        if (!nearest.isEmpty()) {
            message.add("similar steps:");
        }
        for (VocabularyStep near : nearest) {
            message.add("  " + near.kind().keyword() + " " + near.firstLine());
        }
        return new Failure(
                Failure.Kind.UNDEFINED_STEP,
                scene.place(0),
                Optional.of(source.origin().id().toString()),
                List.of(),
                message,
                "./oracle steps lists all steps");
    }

    private static ReportedStep reported(Step step, Result result, Optional<String> message) {
        return new ReportedStep(
                step.getKeyword().strip(),
                step.getText(),
                table(step),
                Optional.empty(),
                came(result.getStatus(), message.isPresent()),
                message,
                result.getDuration());
    }

    private static List<List<String>> table(Step step) {
        return step.getArgument() instanceof DataTableArgument argument ? argument.cells() : List.of();
    }

    private static ReportedStep.Result came(Status status, boolean wrong) {
        return switch (status) {
            case PASSED -> wrong ? ReportedStep.Result.FAILED : ReportedStep.Result.PASSED;
            case FAILED -> ReportedStep.Result.FAILED;
            case SKIPPED -> ReportedStep.Result.SKIPPED;
            default -> ReportedStep.Result.BROKEN;
        };
    }
}
