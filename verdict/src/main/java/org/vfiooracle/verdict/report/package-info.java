// SPDX-License-Identifier: Apache-2.0
/** Reports of a result: for people, for programs, and for what runs tests. */
@NullMarked
package org.vfiooracle.verdict.report;

import org.jspecify.annotations.NullMarked;
