// SPDX-License-Identifier: Apache-2.0
/** How a command answers: text, JSON, tables, progress and exit codes. */
@NullMarked
package org.vfiooracle.cli.output;

import org.jspecify.annotations.NullMarked;
