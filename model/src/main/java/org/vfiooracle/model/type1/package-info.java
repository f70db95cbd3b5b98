// SPDX-License-Identifier: Apache-2.0
/** The Type1 driver, for contrast: attaching only. */
@NullMarked
package org.vfiooracle.model.type1;

import org.jspecify.annotations.NullMarked;
