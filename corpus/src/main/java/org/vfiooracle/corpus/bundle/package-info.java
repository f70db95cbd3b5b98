// SPDX-License-Identifier: Apache-2.0
/** What leaves the project: fixtures with everything that is needed to read them, in one folder. */
@NullMarked
package org.vfiooracle.corpus.bundle;

import org.jspecify.annotations.NullMarked;
