// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.allure;

import io.qameta.allure.model.Status;
import java.util.Arrays;
import java.util.List;
import org.vfiooracle.conformance.compare.Verdict;

/** What is said of a case on one platform, the worst last; each that is no success is a category of the report. */
enum CaseVerdict {
    SKIPPED("Skipped", Status.SKIPPED),
    WAIVED("Waived", Status.SKIPPED),
    AGREES("Agrees", Status.PASSED),
    PARTIAL("Agrees as far as it was performed", Status.SKIPPED),
    EXTRA("An answer, but no fixture", Status.BROKEN),
    MISSING("No answer", Status.BROKEN),
    NOT_RUN("Not run", Status.BROKEN),
    TIMED_OUT("Timed out", Status.BROKEN),
    CRASHED("Crashed", Status.BROKEN),
    DIFFERS("Another answer", Status.FAILED);

    private final String title;
    private final Status status;

    CaseVerdict(String title, Status status) {
        this.title = title;
        this.status = status;
    }

    static CaseVerdict of(Verdict verdict) {
        return switch (verdict) {
            case CONFORMS, FIXED -> AGREES;
            case PARTIAL -> PARTIAL;
            case DIFFERS -> DIFFERS;
            case WAIVED -> WAIVED;
            case SKIPPED -> SKIPPED;
            case CRASHED -> CRASHED;
            case TIMED_OUT -> TIMED_OUT;
            case NOT_RUN -> NOT_RUN;
        };
    }

    String title() {
        return title;
    }

    Status status() {
        return status;
    }

    static List<RunFiles.Category> categories() {
        return Arrays.stream(values())
                .filter(verdict -> verdict.status == Status.FAILED || verdict.status == Status.BROKEN)
                .map(verdict -> new RunFiles.Category(verdict.title, verdict.status == Status.FAILED))
                .toList();
    }
}
