// SPDX-License-Identifier: Apache-2.0
/** Bundles: fixtures with everything that is needed to read them, in one folder. */
@NullMarked
package org.vfiooracle.bundle.pack;

import org.jspecify.annotations.NullMarked;
