// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.explain;

import java.util.List;

/** Groups in a line: {@code groups B A}. */
final class GroupList {
    private GroupList() {}

    static String text(List<String> groups) {
        return groups.isEmpty() ? "no group" : (groups.size() == 1 ? "group " : "groups ") + String.join(" ", groups);
    }
}
