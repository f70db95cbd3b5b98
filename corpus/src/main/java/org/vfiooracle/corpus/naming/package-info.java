// SPDX-License-Identifier: Apache-2.0
/** What people call platforms, and which they mean. */
@NullMarked
package org.vfiooracle.corpus.naming;

import org.jspecify.annotations.NullMarked;
