// SPDX-License-Identifier: Apache-2.0
/** QEMU: how it attaches groups, sets containers up, follows its guest and takes all down again, by version. */
@NullMarked
package org.vfiooracle.programs.qemu;

import org.jspecify.annotations.NullMarked;
