// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import io.qameta.allure.model.Attachment;
import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.FixtureFile;

/**
 * What can be opened below the steps of a scenario that failed: the explanation, and a fixture for each different set of wrong
 * answers, since no file holds those. The names say for which platforms. What passed is linked ({@link CaseFileLink}).
 */
final class ScenarioAttachments {
    private final AttachmentSink attachments;

    ScenarioAttachments(AttachmentSink attachments) {
        this.attachments = attachments;
    }

    List<Attachment> of(ScenarioReport report) {
        List<Attachment> attached = new ArrayList<>();
        report.failure()
                .ifPresent(failure -> attached.add(
                        attachments.text(failure.kind().title(), AttachmentSink.Kind.PLAIN, failure.explanation())));
        SameAnswers.fixtures(wrong(report)).stream().map(this::file).forEach(attached::add);
        return attached;
    }

    private static List<Fixture> wrong(ScenarioReport report) {
        return report.wrong().stream().map(PlatformResult.Wrong::fixture).toList();
    }

    private Attachment file(SameAnswers same) {
        return attachments.text(
                "What the model answers, not as expected: " + PlatformNames.of(same.platforms()),
                AttachmentSink.Kind.YAML,
                FixtureFile.write(same.first()));
    }
}
