// SPDX-License-Identifier: Apache-2.0
/** Cases as scenarios that people can read. */
@NullMarked
package org.vfiooracle.generator.gherkin;

import org.jspecify.annotations.NullMarked;
