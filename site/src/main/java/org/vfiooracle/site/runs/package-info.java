// SPDX-License-Identifier: Apache-2.0
/** How far implementations and real kernels agree with the corpus. */
@NullMarked
package org.vfiooracle.site.runs;

import org.jspecify.annotations.NullMarked;
