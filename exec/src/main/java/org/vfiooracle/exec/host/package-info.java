// SPDX-License-Identifier: Apache-2.0
/** What a program sees of the machine: names, numbers and files of groups and devices. */
@NullMarked
package org.vfiooracle.exec.host;

import org.jspecify.annotations.NullMarked;
