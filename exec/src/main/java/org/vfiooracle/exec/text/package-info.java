// SPDX-License-Identifier: Apache-2.0
/** What a run of a program reads like: its calls one by one, a count of them, and a picture of the state. */
@NullMarked
package org.vfiooracle.exec.text;

import org.jspecify.annotations.NullMarked;
