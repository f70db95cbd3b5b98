// SPDX-License-Identifier: Apache-2.0
/** Programs whose VFIO calls are answered by the model. */
@NullMarked
package org.vfiooracle.exec;

import org.jspecify.annotations.NullMarked;
