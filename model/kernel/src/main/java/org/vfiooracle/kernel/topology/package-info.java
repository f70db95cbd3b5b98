// SPDX-License-Identifier: Apache-2.0
/** PHBs, groups and devices of a machine. */
@NullMarked
package org.vfiooracle.kernel.topology;

import org.jspecify.annotations.NullMarked;
