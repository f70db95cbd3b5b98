// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vfiooracle.conformance.trust.TrustCheck;

/** Things that were looked at, one a line, with what to do about those that are not fine. */
public final class TrustPage {
    private static final String LINE = "  %-8s %s: %s";

    private TrustPage() {}

    /** Returns the lines. */
    public static List<String> lines(List<TrustCheck> checks) {
        List<String> lines = new ArrayList<>();
        for (TrustCheck check : checks) {
            String[] found = check.found().split("\n", -1);
            lines.add(String.format(Locale.ROOT, LINE, check.fine() ? "ok" : "not ok", check.what(), found[0]));
            for (int i = 1; i < found.length; i++) {
                lines.add("           " + found[i]);
            }
            if (!check.remedy().isEmpty()) {
                lines.add("           hint: " + check.remedy());
            }
        }
        return lines;
    }
}
