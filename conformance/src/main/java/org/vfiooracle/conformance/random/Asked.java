// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.random;

import java.util.Collection;
import java.util.List;
import org.vfiooracle.conformance.drive.CaseResult;
import org.vfiooracle.contract.cases.Case;

/** Performs cases on an implementation and compares; a case that the model has no answer to is left out. */
@FunctionalInterface
public interface Asked {
    /** Returns one result for each case that the model can predict. */
    List<CaseResult> all(Collection<Case> cases);
}
