// SPDX-License-Identifier: Apache-2.0
/** Cases, operations, outcomes and states as ordered maps: the one tree that YAML, JSON and the hash are made from. */
@NullMarked
package org.vfiooracle.contract.codec;

import org.jspecify.annotations.NullMarked;
