// SPDX-License-Identifier: Apache-2.0
/** How feature files write sizes, addresses and lists, and how failures write them back. */
@NullMarked
package org.vfiooracle.steps.text;

import org.jspecify.annotations.NullMarked;
