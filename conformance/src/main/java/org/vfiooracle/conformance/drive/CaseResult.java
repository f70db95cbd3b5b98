// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import org.vfiooracle.conformance.compare.Comparison;
import org.vfiooracle.contract.fixture.Fixture;
import org.vfiooracle.contract.observation.Observation;

/**
 * One case of a run.
 *
 * @param fixture what was expected
 * @param observation what came
 * @param comparison what that means
 */
public record CaseResult(Fixture fixture, Observation observation, Comparison comparison) {}
