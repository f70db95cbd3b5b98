// SPDX-License-Identifier: Apache-2.0
/** What a suite catches. */
@NullMarked
package org.vfiooracle.generator.strength;

import org.jspecify.annotations.NullMarked;
