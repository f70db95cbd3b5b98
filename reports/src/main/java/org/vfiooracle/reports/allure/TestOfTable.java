// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import static java.util.stream.Collectors.joining;

import io.qameta.allure.model.Label;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.TestResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A table that belongs to no scenario, as a test of Allure that passes: its description is the table. */
final class TestOfTable {
    private final AttachmentSink attachments;

    TestOfTable(AttachmentSink attachments) {
        this.attachments = attachments;
    }

    TestResult of(String area, String title, String introduction, List<List<String>> rows) {
        return new TestResult()
                .setUuid(UUID.nameUUIDFromBytes(title.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setHistoryId(title)
                .setTestCaseId(title)
                .setTestCaseName(title)
                .setFullName(title)
                .setName(title)
                .setDescriptionHtml("<p>" + Html.escape(introduction) + "</p>" + table(rows))
                .setLabels(labels(AreaTitle.of(area), title))
                .setAttachments(new ArrayList<>(
                        List.of(attachments.text(title, AttachmentSink.Kind.TABLE, TabSeparated.of(rows)))))
                .setStage(Stage.FINISHED)
                .setStatus(Status.PASSED);
    }

    private static List<Label> labels(String area, String title) {
        List<Label> labels = new ArrayList<>();
        labels.add(new Label().setName("epic").setValue(area));
        labels.add(new Label().setName("feature").setValue(title));
        labels.add(new Label().setName("parentSuite").setValue(area));
        labels.add(new Label().setName("suite").setValue(title));
        return labels;
    }

    private static String table(List<List<String>> rows) {
        String head = row("th", rows.get(0));
        return rows.stream().skip(1).map(row -> row("td", row)).collect(joining("", "<table>" + head, "</table>"));
    }

    private static String row(String element, List<String> cells) {
        String style = " style=\"text-align:left;vertical-align:top;padding:2px 8px;border-bottom:1px solid #ccc\"";
        return cells.stream()
                .map(cell -> "<" + element + style + ">" + Html.escape(cell) + "</" + element + ">")
                .collect(joining("", "<tr>", "</tr>"));
    }
}
