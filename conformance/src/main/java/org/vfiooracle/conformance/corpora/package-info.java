// SPDX-License-Identifier: Apache-2.0
/** Compares whole folders of fixtures, and files of answers with them. */
@NullMarked
package org.vfiooracle.conformance.corpora;

import org.jspecify.annotations.NullMarked;
