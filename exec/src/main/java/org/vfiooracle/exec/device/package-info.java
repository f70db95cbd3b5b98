// SPDX-License-Identifier: Apache-2.0
/** Minimal PCI devices: configuration space, memory behind registers, interrupts that never fire. */
@NullMarked
package org.vfiooracle.exec.device;

import org.jspecify.annotations.NullMarked;
