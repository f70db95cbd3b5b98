// SPDX-License-Identifier: Apache-2.0
/** Where in Linux a rule can be read, release by release. */
@NullMarked
package org.vfiooracle.engine.source;

import org.jspecify.annotations.NullMarked;
