// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import io.qameta.allure.model.Attachment;
import java.util.ArrayList;
import java.util.List;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.format.FixtureFile;
import org.vfiooracle.reports.picture.Picture;

/**
 * What can be opened below the steps of a scenario: the explanation of a failure, a picture for each different last state, and
 * a fixture for each different set of answers. The names say for which platforms.
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
        List<Fixture> wrong = fixtures(report, PlatformResult.Wrong.class);
        List<Fixture> recorded = fixtures(report, PlatformResult.Recorded.class);
        attached.addAll(pictures("What the model ends in, not as expected: ", wrong));
        attached.addAll(pictures("Picture: ", recorded));
        attached.addAll(files("What the model answers, not as expected: ", wrong));
        attached.addAll(files("Fixture: ", recorded));
        return attached;
    }

    private List<Attachment> pictures(String title, List<Fixture> fixtures) {
        return SameAnswers.pictures(fixtures).stream()
                .map(same -> attachments.text(
                        title + PlatformNames.of(same.platforms()),
                        AttachmentSink.Kind.PICTURE,
                        Picture.svg(same.first())))
                .toList();
    }

    private List<Attachment> files(String title, List<Fixture> fixtures) {
        return SameAnswers.fixtures(fixtures).stream()
                .map(same -> attachments.text(
                        title + PlatformNames.of(same.platforms()),
                        AttachmentSink.Kind.YAML,
                        FixtureFile.write(same.first())))
                .toList();
    }

    private static List<Fixture> fixtures(ScenarioReport report, Class<? extends PlatformResult> kind) {
        return report.platforms().stream()
                .filter(kind::isInstance)
                .map(ScenarioAttachments::fixture)
                .toList();
    }

    private static Fixture fixture(PlatformResult result) {
        return result instanceof PlatformResult.Recorded recorded
                ? recorded.fixture()
                : ((PlatformResult.Wrong) result).fixture();
    }
}
