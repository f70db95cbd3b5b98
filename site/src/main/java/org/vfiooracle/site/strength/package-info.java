// SPDX-License-Identifier: Apache-2.0
/** What the cases catch of the mistakes that can be made. */
@NullMarked
package org.vfiooracle.site.strength;

import org.jspecify.annotations.NullMarked;
