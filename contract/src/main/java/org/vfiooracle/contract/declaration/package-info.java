// SPDX-License-Identifier: Apache-2.0
/** What is declared of each kind of operation, read off its record. */
@NullMarked
package org.vfiooracle.contract.declaration;

import org.jspecify.annotations.NullMarked;
