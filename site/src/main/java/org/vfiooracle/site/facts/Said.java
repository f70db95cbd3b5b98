// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site.facts;

import java.util.Optional;
import org.vfiooracle.contract.fixture.RecordedStep;
import org.vfiooracle.engine.operation.Answer;

/**
 * What a platform says to a call.
 *
 * @param answer the answer
 * @param rule id of the rule that decided it
 * @param intended what was intended instead, where the release has a bug
 */
public record Said(Answer answer, String rule, Optional<RecordedStep.Intended> intended) {}
