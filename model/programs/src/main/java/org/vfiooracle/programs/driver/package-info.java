// SPDX-License-Identifier: Apache-2.0
/** What programs have in common that give devices of groups in containers one memory: what they have open, and how they are told. */
@NullMarked
package org.vfiooracle.programs.driver;

import org.jspecify.annotations.NullMarked;
