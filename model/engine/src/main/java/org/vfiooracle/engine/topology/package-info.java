// SPDX-License-Identifier: Apache-2.0
/** PHBs, groups and devices of a machine. */
@NullMarked
package org.vfiooracle.engine.topology;

import org.jspecify.annotations.NullMarked;
