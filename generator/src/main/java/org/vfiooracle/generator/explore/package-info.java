// SPDX-License-Identifier: Apache-2.0
/** The states that a platform can get into, each once. */
@NullMarked
package org.vfiooracle.generator.explore;

import org.jspecify.annotations.NullMarked;
