// SPDX-License-Identifier: Apache-2.0
/** Real computers: what sysfs or lspci shows of one, and the topology that describes it. */
@NullMarked
package org.vfiooracle.exec.survey;

import org.jspecify.annotations.NullMarked;
