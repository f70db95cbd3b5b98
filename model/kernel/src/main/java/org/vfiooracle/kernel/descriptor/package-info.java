// SPDX-License-Identifier: Apache-2.0
/** What a request asks of the descriptor that it is made on. */
@NullMarked
package org.vfiooracle.kernel.descriptor;

import org.jspecify.annotations.NullMarked;
