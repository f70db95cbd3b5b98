// SPDX-License-Identifier: Apache-2.0
/** What a run leaves behind: a fixture, and its comparison with another. */
@NullMarked
package org.vfiooracle.exec.record;

import org.jspecify.annotations.NullMarked;
