// SPDX-License-Identifier: Apache-2.0
/** Whether a set-up can be relied on: does a run notice a wrong answer, does an adapter work, has the computer what it takes. */
@NullMarked
package org.vfiooracle.conformance.trust;

import org.jspecify.annotations.NullMarked;
