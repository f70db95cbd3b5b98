// SPDX-License-Identifier: Apache-2.0
/** What exploration may call: calls with good arguments, and each thing that can be wrong with them. */
@NullMarked
package org.vfiooracle.generator.alphabet;

import org.jspecify.annotations.NullMarked;
