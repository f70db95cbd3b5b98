// SPDX-License-Identifier: Apache-2.0
/** Programs on libvfn. */
@NullMarked
package org.vfiooracle.programs.libvfn;

import org.jspecify.annotations.NullMarked;
