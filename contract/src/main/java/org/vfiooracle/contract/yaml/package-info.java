// SPDX-License-Identifier: Apache-2.0
/** Strict YAML: the subset that every parser reads the same way, and errors that say file, line and column. */
@NullMarked
package org.vfiooracle.contract.yaml;

import org.jspecify.annotations.NullMarked;
