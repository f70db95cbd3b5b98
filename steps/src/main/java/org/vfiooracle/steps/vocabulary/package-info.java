// SPDX-License-Identifier: Apache-2.0
/** The steps that there are, and those nearest to one that there is not. */
@NullMarked
package org.vfiooracle.steps.vocabulary;

import org.jspecify.annotations.NullMarked;
