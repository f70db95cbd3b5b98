// SPDX-License-Identifier: Apache-2.0
/** Fixture and case files, and the hash that names the content of a fixture; docs/reference/fixture-format.md describes them. */
@NullMarked
package org.vfiooracle.contract.format;

import org.jspecify.annotations.NullMarked;
