// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.random;

import java.util.Optional;
import java.util.function.Function;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.state.State;

/**
 * A kind of call that a case can go on with.
 *
 * @param weight how likely it is, compared with the others
 * @param make the call with its arguments; empty when nothing of the state suits it
 */
record Move(int weight, Function<State, Optional<Operation>> make) {}
