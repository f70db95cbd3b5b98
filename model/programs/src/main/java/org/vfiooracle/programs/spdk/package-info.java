// SPDX-License-Identifier: Apache-2.0
/** SPDK, which stands on DPDK. */
@NullMarked
package org.vfiooracle.programs.spdk;

import org.jspecify.annotations.NullMarked;
