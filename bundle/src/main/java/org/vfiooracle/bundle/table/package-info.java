// SPDX-License-Identifier: Apache-2.0
/** Fixtures as tables in C, for programs that have no parser. */
@NullMarked
package org.vfiooracle.bundle.table;

import org.jspecify.annotations.NullMarked;
