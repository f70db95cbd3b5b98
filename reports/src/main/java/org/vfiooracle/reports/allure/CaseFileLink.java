// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import io.qameta.allure.model.Link;
import java.nio.file.Path;
import org.vfiooracle.corpus.store.Corpus;
import org.vfiooracle.reports.html.ReportFolders;

/** The file with every answer of a case, which the report refers to and does not repeat. */
final class CaseFileLink {
    private CaseFileLink() {}

    /** Returns a link that leads from the report to the file beside it in the checkout, and is named by its path. */
    static Link of(ScenarioReport report) {
        String path = Corpus.at(Path.of("")).path(report.id()).toString().replace('\\', '/');
        return new Link().setName(path).setType("custom").setUrl(ReportFolders.FROM_SITE + path);
    }
}
