// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.scene;

import org.vfiooracle.contract.cases.CaseId;
import org.vfiooracle.steps.failure.Place;

/**
 * Where a case comes from.
 *
 * @param id its id
 * @param name name of the scenario
 * @param place the scenario, or the row of its outline
 */
public record Origin(CaseId id, String name, Place place) {}
