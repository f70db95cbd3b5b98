// SPDX-License-Identifier: Apache-2.0
/** The model with one thing wrong. */
@NullMarked
package org.vfiooracle.generator.mutate;

import org.jspecify.annotations.NullMarked;
