// SPDX-License-Identifier: Apache-2.0
/** Pictures of states: groups on their PHBs, containers, windows and mappings, as SVG. */
@NullMarked
package org.vfiooracle.reports.picture;

import org.jspecify.annotations.NullMarked;
