// SPDX-License-Identifier: Apache-2.0
/** Pages about calls, answers, rules, bugs, programs and kernels. */
@NullMarked
package org.vfiooracle.site.reference;

import org.jspecify.annotations.NullMarked;
