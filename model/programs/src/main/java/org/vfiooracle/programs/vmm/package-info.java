// SPDX-License-Identifier: Apache-2.0
/** Programs above VFIO: what they ask the kernel when they are told to do something. */
@NullMarked
package org.vfiooracle.programs.vmm;

import org.jspecify.annotations.NullMarked;
