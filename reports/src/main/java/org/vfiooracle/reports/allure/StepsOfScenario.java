// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.steps.run.ReportedStep;

/** Gherkin steps as steps of Allure, one after the other. */
final class StepsOfScenario {
    private final AttachmentSink attachments;

    StepsOfScenario(AttachmentSink attachments) {
        this.attachments = attachments;
    }

    List<StepResult> of(ScenarioReport report) {
        List<StepResult> steps = new ArrayList<>();
        Instant at = report.began();
        for (ReportedStep step : report.steps()) {
            Instant end = at.plus(step.took());
            steps.add(step(step).setStart(at.toEpochMilli()).setStop(end.toEpochMilli()));
            at = end;
        }
        return steps;
    }

    private StepResult step(ReportedStep step) {
        StepResult result = new StepResult()
                .setName(step.keyword() + " " + step.text())
                .setStage(Stage.FINISHED)
                .setStatus(status(step.result()))
                .setAttachments(attached(step));
        step.message().ifPresent(message -> result.setStatusDetails(new StatusDetails().setMessage(message)));
        return result;
    }

    private List<Attachment> attached(ReportedStep step) {
        List<Attachment> attached = new ArrayList<>();
        if (!step.table().isEmpty()) {
            attached.add(attachments.text("Data table", AttachmentSink.Kind.TABLE, TabSeparated.of(step.table())));
        }
        step.document()
                .ifPresent(text -> attached.add(attachments.text("Doc string", AttachmentSink.Kind.PLAIN, text)));
        return attached;
    }

    private static Status status(ReportedStep.Result result) {
        return switch (result) {
            case PASSED -> Status.PASSED;
            case FAILED -> Status.FAILED;
            case BROKEN -> Status.BROKEN;
            case SKIPPED -> Status.SKIPPED;
        };
    }
}
