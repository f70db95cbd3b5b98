// SPDX-License-Identifier: Apache-2.0
/** What a user sees when a command cannot do what it was asked. */
@NullMarked
package org.vfiooracle.cli.failure;

import org.jspecify.annotations.NullMarked;
