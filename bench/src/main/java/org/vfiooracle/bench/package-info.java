// SPDX-License-Identifier: Apache-2.0
/** Programs that the measurements in bench/run start. */
@NullMarked
package org.vfiooracle.bench;

import org.jspecify.annotations.NullMarked;
