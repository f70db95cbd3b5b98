// SPDX-License-Identifier: Apache-2.0
/** Drives adapters: starts them, sends cases, hears answers, and outlives whatever an adapter does. */
@NullMarked
package org.vfiooracle.conformance.drive;

import org.jspecify.annotations.NullMarked;
