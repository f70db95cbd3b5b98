// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import io.qameta.allure.model.Attachment;
import java.util.ArrayList;
import java.util.List;

/** What can be opened below the steps of a scenario. */
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
        return attached;
    }
}
