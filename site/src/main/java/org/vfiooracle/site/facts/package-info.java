// SPDX-License-Identifier: Apache-2.0
/** What the pages of a site are made from, looked up once. */
@NullMarked
package org.vfiooracle.site.facts;

import org.jspecify.annotations.NullMarked;
