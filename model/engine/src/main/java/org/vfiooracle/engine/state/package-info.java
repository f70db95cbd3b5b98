// SPDX-License-Identifier: Apache-2.0
/** What the model remembers between two calls; immutable values only. */
@NullMarked
package org.vfiooracle.engine.state;

import org.jspecify.annotations.NullMarked;
