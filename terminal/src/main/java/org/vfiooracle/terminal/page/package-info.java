// SPDX-License-Identifier: Apache-2.0
/** What commands find, laid out as text and as JSON. */
@NullMarked
package org.vfiooracle.terminal.page;

import org.jspecify.annotations.NullMarked;
