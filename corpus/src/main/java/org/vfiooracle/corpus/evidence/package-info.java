// SPDX-License-Identifier: Apache-2.0
/** What fixtures rest on: ledgers of what machines answered, and what the rules claim. */
@NullMarked
package org.vfiooracle.corpus.evidence;

import org.jspecify.annotations.NullMarked;
