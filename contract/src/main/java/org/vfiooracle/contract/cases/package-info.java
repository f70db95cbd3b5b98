// SPDX-License-Identifier: Apache-2.0
/** What an implementation is asked to do. */
@NullMarked
package org.vfiooracle.contract.cases;

import org.jspecify.annotations.NullMarked;
