// SPDX-License-Identifier: Apache-2.0
/** A site of static pages about the corpus: what a checkout knows, to be read and searched in a browser. */
@NullMarked
package org.vfiooracle.site;

import org.jspecify.annotations.NullMarked;
