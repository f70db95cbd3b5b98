// SPDX-License-Identifier: Apache-2.0
/** What record and verify do alike. */
@NullMarked
package org.vfiooracle.cli.recording;

import org.jspecify.annotations.NullMarked;
