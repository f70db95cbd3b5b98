// SPDX-License-Identifier: Apache-2.0
/** Compares what an implementation answered with what a fixture says, part by part. */
@NullMarked
package org.vfiooracle.conformance.compare;

import org.jspecify.annotations.NullMarked;
