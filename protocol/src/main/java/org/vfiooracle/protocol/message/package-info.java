// SPDX-License-Identifier: Apache-2.0
/** The messages between the oracle and an adapter: JSON lines, see docs/reference/adapter-protocol.md. */
@NullMarked
package org.vfiooracle.protocol.message;

import org.jspecify.annotations.NullMarked;
