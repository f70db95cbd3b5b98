// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import io.qameta.allure.model.Link;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A scenario as a test of Allure. Identities come from the case id alone. */
final class TestOfScenario {
    private final AttachmentSink attachments;

    TestOfScenario(AttachmentSink attachments) {
        this.attachments = attachments;
    }

    TestResult of(ScenarioReport report) {
        String id = report.id().toString();
        List<AnswerRow> rows = AnswerRow.of(report.platforms());
        TestResult test = new TestResult()
                .setUuid(UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setHistoryId(id)
                .setTestCaseId(report.id().scenario())
                .setTestCaseName(report.text().title())
                .setFullName(report.text().path() + " @" + report.id().scenario())
                .setName(id + " " + report.text().title())
                .setDescriptionHtml(new Description(report, rows).html())
                .setLabels(Labels.of(report, rows))
                .setLinks(links(report, rows))
                .setParameters(parameters(report))
                .setSteps(new StepsOfScenario(attachments).of(report))
                .setAttachments(new ScenarioAttachments(attachments).of(report))
                .setStage(Stage.FINISHED)
                .setStatus(Status.PASSED)
                .setStart(report.began().toEpochMilli())
                .setStop(report.began().plus(report.took()).toEpochMilli());
        report.failure().ifPresent(failure -> fail(test, failure));
        return test;
    }

    private static void fail(TestResult test, ScenarioFailure failure) {
        test.setStatus(failure.kind().finding() ? Status.FAILED : Status.BROKEN)
                .setStatusDetails(
                        new StatusDetails().setMessage(failure.kind().title() + "\n" + failure.explanation()));
    }

    private static List<Link> links(ScenarioReport report, List<AnswerRow> rows) {
        List<Link> links = new ArrayList<>(SourceLinks.of(rows));
        if (!report.recorded().isEmpty()) {
            links.add(0, CaseFileLink.of(report));
        }
        return links;
    }

    private static List<Parameter> parameters(ScenarioReport report) {
        return report.row().stream()
                .map(cell -> new Parameter().setName(cell.column()).setValue(cell.value()))
                .toList();
    }
}
