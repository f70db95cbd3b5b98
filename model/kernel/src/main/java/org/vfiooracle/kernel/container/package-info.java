// SPDX-License-Identifier: Apache-2.0
/** The VFIO core: descriptors, containers and groups. */
@NullMarked
package org.vfiooracle.kernel.container;

import org.jspecify.annotations.NullMarked;
