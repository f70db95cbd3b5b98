// SPDX-License-Identifier: Apache-2.0
/** What is told of calls, rules, bugs, programs and kernels, before it is written as Markdown, as HTML or as anything else. */
@NullMarked
package org.vfiooracle.documents.facts;

import org.jspecify.annotations.NullMarked;
