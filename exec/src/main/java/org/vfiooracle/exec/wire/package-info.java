// SPDX-License-Identifier: Apache-2.0
/** The messages between the oracle and a program, as docs/reference/exec-protocol.md has them. */
@NullMarked
package org.vfiooracle.exec.wire;

import org.jspecify.annotations.NullMarked;
