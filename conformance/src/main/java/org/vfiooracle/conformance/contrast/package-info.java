// SPDX-License-Identifier: Apache-2.0
/** What programs above VFIO come to on platforms. */
@NullMarked
package org.vfiooracle.conformance.contrast;

import org.jspecify.annotations.NullMarked;
