// SPDX-License-Identifier: Apache-2.0
/** Differences as text for people, as JSON and JUnit XML for programs. */
@NullMarked
package org.vfiooracle.conformance.report;

import org.jspecify.annotations.NullMarked;
