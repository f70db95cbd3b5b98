// SPDX-License-Identifier: Apache-2.0
/** One run: the state of the model, and which process holds which descriptor. */
@NullMarked
package org.vfiooracle.exec.session;

import org.jspecify.annotations.NullMarked;
