// SPDX-License-Identifier: Apache-2.0
/** The Type1 driver, for contrast. Source: vfio_iommu_type1.c of Linux 5.10, 6.1 and 6.12, and those kernels. */
@NullMarked
package org.vfiooracle.kernel.type1;

import org.jspecify.annotations.NullMarked;
