// SPDX-License-Identifier: Apache-2.0
/** The memory of the process: buffers, pages and their sizes. */
@NullMarked
package org.vfiooracle.kernel.memory;

import org.jspecify.annotations.NullMarked;
