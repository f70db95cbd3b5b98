// SPDX-License-Identifier: Apache-2.0
/** The generated pages of {@code docs/}: rules, calls, programs, and bugs of released kernels. */
@NullMarked
package org.vfiooracle.documents.pages;

import org.jspecify.annotations.NullMarked;
