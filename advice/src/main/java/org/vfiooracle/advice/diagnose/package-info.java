// SPDX-License-Identifier: Apache-2.0
/** What a line of somebody's log is about. */
@NullMarked
package org.vfiooracle.advice.diagnose;

import org.jspecify.annotations.NullMarked;
