// SPDX-License-Identifier: Apache-2.0
/** Whether a platform would have answered as a log of system calls shows. */
@NullMarked
package org.vfiooracle.advice.judge;

import org.jspecify.annotations.NullMarked;
