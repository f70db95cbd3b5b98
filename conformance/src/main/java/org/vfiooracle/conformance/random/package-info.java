// SPDX-License-Identifier: Apache-2.0
/** Random sequences of operations, the machines that answer them, and the shortest sequence that still differs. */
@NullMarked
package org.vfiooracle.conformance.random;

import org.jspecify.annotations.NullMarked;
