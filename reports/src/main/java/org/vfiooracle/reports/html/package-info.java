// SPDX-License-Identifier: Apache-2.0
/** The HTML that people read. */
@NullMarked
package org.vfiooracle.reports.html;

import org.jspecify.annotations.NullMarked;
