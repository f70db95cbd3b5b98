// SPDX-License-Identifier: Apache-2.0
/** OpenVMM. */
@NullMarked
package org.vfiooracle.programs.openvmm;

import org.jspecify.annotations.NullMarked;
