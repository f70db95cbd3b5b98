// SPDX-License-Identifier: Apache-2.0
/** The socket, the program below the library, and the library itself. */
@NullMarked
package org.vfiooracle.exec.server;

import org.jspecify.annotations.NullMarked;
