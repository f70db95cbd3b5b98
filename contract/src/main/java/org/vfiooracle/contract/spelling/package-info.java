// SPDX-License-Identifier: Apache-2.0
/** Names that are nearly what was typed. */
@NullMarked
package org.vfiooracle.contract.spelling;

import org.jspecify.annotations.NullMarked;
