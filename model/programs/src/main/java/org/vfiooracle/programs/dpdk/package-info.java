// SPDX-License-Identifier: Apache-2.0
/** DPDK: one container for all, and on POWER a DMA window of its own, by version. */
@NullMarked
package org.vfiooracle.programs.dpdk;

import org.jspecify.annotations.NullMarked;
