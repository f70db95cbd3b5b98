// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.store;

import java.util.Optional;
import org.vfiooracle.contract.cases.CaseId;

/** Where a case file stands below the folder of the corpus: {@code <area>/<ID>[.<case>].yaml}. */
final class CasePath {
    private static final String END = ".yaml";

    private CasePath() {}

    /** Returns the path of a case, with /. */
    static String of(CaseId id) {
        return id.area() + "/" + id + END;
    }

    /** Returns the folder of the cases with this id, or of the scenario with this id, if it has the form of one. */
    static Optional<String> area(String id) {
        try {
            return Optional.of(CaseId.parse(id).area());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns the case whose file stands at {@code path}, if one can stand there. */
    static Optional<CaseId> at(String path) {
        int name = path.lastIndexOf('/') + 1;
        if (!path.endsWith(END)) {
            return Optional.empty();
        }
        try {
            CaseId id = CaseId.parse(path.substring(name, path.length() - END.length()));
            return of(id).equals(path) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
