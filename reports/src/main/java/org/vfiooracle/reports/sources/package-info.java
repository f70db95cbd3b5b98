// SPDX-License-Identifier: Apache-2.0
/** What the results of a report were made from, and what of it has changed since. */
@NullMarked
package org.vfiooracle.reports.sources;

import org.jspecify.annotations.NullMarked;
