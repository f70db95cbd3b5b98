// SPDX-License-Identifier: Apache-2.0
/** Beginning a new scenario: its id and a text to start from. */
@NullMarked
package org.vfiooracle.steps.draft;

import org.jspecify.annotations.NullMarked;
