// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.facts;

import java.util.List;
import java.util.Set;
import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.platform.PlatformId;

/**
 * A call that a rule answers so, somewhere in the corpus.
 *
 * @param call its name
 * @param answer the answer
 * @param rule id of the rule
 * @param platforms where
 * @param cases in which cases, those first that are about it
 */
public record AnsweredCall(String call, Answer answer, String rule, Set<PlatformId> platforms, List<CaseId> cases) {}
