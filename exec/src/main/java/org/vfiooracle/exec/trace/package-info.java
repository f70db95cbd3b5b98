// SPDX-License-Identifier: Apache-2.0
/** What happens in a run, as it happens. */
@NullMarked
package org.vfiooracle.exec.trace;

import org.jspecify.annotations.NullMarked;
