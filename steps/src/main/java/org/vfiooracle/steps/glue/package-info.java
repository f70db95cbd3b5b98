// SPDX-License-Identifier: Apache-2.0
/** The step vocabulary: thin Cucumber glue from step text to operations and expectations. */
@NullMarked
package org.vfiooracle.steps.glue;

import org.jspecify.annotations.NullMarked;
