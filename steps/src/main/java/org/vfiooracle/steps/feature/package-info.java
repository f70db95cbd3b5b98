// SPDX-License-Identifier: Apache-2.0
/** Feature files as read: scenarios, their ids and places, and the lint rules. */
@NullMarked
package org.vfiooracle.steps.feature;

import org.jspecify.annotations.NullMarked;
