// SPDX-License-Identifier: Apache-2.0
/** The sPAPR TCE driver: attach and detach, windows, registered memory, mappings. */
@NullMarked
package org.vfiooracle.kernel.spapr;

import org.jspecify.annotations.NullMarked;
