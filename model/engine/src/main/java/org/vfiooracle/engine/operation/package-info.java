// SPDX-License-Identifier: Apache-2.0
/** Operations, answers and effects, named as the UAPI names them. */
@NullMarked
package org.vfiooracle.engine.operation;

import org.jspecify.annotations.NullMarked;
