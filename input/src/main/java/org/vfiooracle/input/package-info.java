// SPDX-License-Identifier: Apache-2.0
/** What a user typed: reading it, and refusing it with a reason. */
@NullMarked
package org.vfiooracle.input;

import org.jspecify.annotations.NullMarked;
