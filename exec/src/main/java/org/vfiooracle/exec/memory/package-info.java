// SPDX-License-Identifier: Apache-2.0
/** The memory of a program as buffers of the model. */
@NullMarked
package org.vfiooracle.exec.memory;

import org.jspecify.annotations.NullMarked;
