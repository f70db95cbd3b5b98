// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.procedure;

import org.vfiooracle.engine.platform.Releases;

/**
 * One entry of a procedure: a check that may end it, or a step that changes the state. Their order is observable, since it
 * decides which errno wins.
 *
 * @param <A> what the procedure is called with
 */
public sealed interface Item<A> permits Check, Step {
    /** The name by which a deviation finds the entry: a rule id or the name of a step. */
    String id();

    /** The kernels that have the entry. */
    Releases releases();
}
