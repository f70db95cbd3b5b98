// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.time.Duration;
import java.util.List;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.observation.Observation;

/**
 * How an adapter stopped performing cases.
 *
 * @param charged what is said of the oldest case that was outstanding: it is the one that broke it
 * @param rest the other cases without an answer, in order
 * @param quiet it has ended in peace (exit 0), only without answering
 */
record Breakdown(Observation charged, List<Case> rest, boolean quiet) {
    private static final int ENVIRONMENT = 75;

    static Breakdown ended(List<Case> left, Heard.Ended ended, List<String> lastWords) {
        Case oldest = left.get(0);
        List<Case> rest = left.subList(1, left.size());
        if (ended.exitCode() == 0) {
            String reason = "the adapter exited (code 0) without answering";
            return new Breakdown(Observation.notRun(oldest.id(), reason), rest, true);
        }
        if (ended.exitCode() == ENVIRONMENT) {
            String reason = "the adapter cannot run on this computer (exit 75)" + quoted(lastWords);
            return new Breakdown(Observation.notRun(oldest.id(), reason), rest, true);
        }
        String reason = "the adapter died (" + ended.text() + ")" + quoted(lastWords);
        return new Breakdown(Observation.crashed(oldest.id(), reason), rest, false);
    }

    static Breakdown silent(List<Case> left, Limits limits) {
        String reason = "the adapter was silent for " + text(limits.silence());
        return new Breakdown(Observation.timedOut(left.get(0).id(), reason), left.subList(1, left.size()), false);
    }

    static Breakdown garbage(List<Case> left, String garbage) {
        String reason = "garbage: " + garbage;
        return new Breakdown(Observation.crashed(left.get(0).id(), reason), left.subList(1, left.size()), false);
    }

    private static String text(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }

    private static String quoted(List<String> lastWords) {
        StringBuilder text = new StringBuilder();
        lastWords.forEach(line -> text.append("\n| ").append(line));
        return text.toString();
    }
}
