// SPDX-License-Identifier: Apache-2.0
/** Suites: the few cases that catch the most. */
@NullMarked
package org.vfiooracle.generator.suite;

import org.jspecify.annotations.NullMarked;
