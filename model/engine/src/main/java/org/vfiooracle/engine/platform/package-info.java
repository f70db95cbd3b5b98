// SPDX-License-Identifier: Apache-2.0
/** Hardware generations, kernel releases and the profiles that join them. */
@NullMarked
package org.vfiooracle.engine.platform;

import org.jspecify.annotations.NullMarked;
