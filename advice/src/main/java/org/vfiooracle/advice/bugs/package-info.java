// SPDX-License-Identifier: Apache-2.0
/** Bugs of released kernels and programs, as {@code docs/data/known-bugs.yaml} lists them. */
@NullMarked
package org.vfiooracle.advice.bugs;

import org.jspecify.annotations.NullMarked;
