// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.util.Collection;
import org.vfiooracle.contract.spelling.Nearest;

/** Something was to be explained that is nothing the oracle knows. */
public final class UnknownSubject extends BadInput {
    private static final long serialVersionUID = 1;

    /** Offers what is nearest among rules, deviations, calls and cases. */
    public UnknownSubject(String typed, Collection<String> known) {
        super(Complaint.that("unknown subject")
                .found(typed)
                .expected("a rule, a deviation, a call such as VFIO_SET_IOMMU, @ID or @ID#STEP, or a fixture file")
                .hint(Nearest.hint(typed, known)));
    }
}
