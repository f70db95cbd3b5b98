// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.evidence;

import java.util.Collection;
import org.vfiooracle.contract.cases.CaseId;

/** The text of a ledger, of which some lines are wanted: a ledger is long, and who asks about one case need not wait for all of it. */
final class LedgerText {
    private static final String FIXTURES = "\nfixtures:\n";
    private static final String ENTRY = "\n  - id: ";

    private LedgerText() {}

    /** Returns a ledger with the lines of these cases; one that does not have the usual form is returned whole. */
    static String about(String text, Collection<CaseId> cases) {
        int fixtures = text.indexOf(FIXTURES);
        if (fixtures < 0) {
            return text;
        }
        StringBuilder entries = new StringBuilder();
        for (CaseId id : cases) {
            String entry = ENTRY + id + "\n";
            for (int at = text.indexOf(entry, fixtures); at >= 0; at = text.indexOf(entry, at + 1)) {
                int next = text.indexOf(ENTRY, at + 1);
                entries.append(text, at + 1, next < 0 ? text.length() : next + 1);
            }
        }
        String head = text.substring(0, fixtures + 1);
        return entries.isEmpty() ? head + "fixtures: []\n" : head + "fixtures:\n" + entries;
    }
}
