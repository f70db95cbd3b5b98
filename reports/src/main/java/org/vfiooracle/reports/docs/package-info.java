// SPDX-License-Identifier: Apache-2.0
/** The generated pages of {@code docs/}: the rules, and the bugs of released kernels. */
@NullMarked
package org.vfiooracle.reports.docs;

import org.jspecify.annotations.NullMarked;
