// SPDX-License-Identifier: Apache-2.0
/** Programs on the crate vfio-ioctls of rust-vmm, of which cloud-hypervisor is one. */
@NullMarked
package org.vfiooracle.programs.rustvmm;

import org.jspecify.annotations.NullMarked;
