// SPDX-License-Identifier: Apache-2.0
/** Requests and structs of {@code <linux/vfio.h>} as operations and outcomes of the model. */
@NullMarked
package org.vfiooracle.exec.uapi;

import org.jspecify.annotations.NullMarked;
