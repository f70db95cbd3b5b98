// SPDX-License-Identifier: Apache-2.0
/** Running the feature files on the model: what record, verify and try do. */
@NullMarked
package org.vfiooracle.steps;

import org.jspecify.annotations.NullMarked;
