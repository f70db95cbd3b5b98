// SPDX-License-Identifier: Apache-2.0
/** What is made from the declarations of operations: parts of the schemas, tables of the adapters, tables of the protocol page. */
@NullMarked
package org.vfiooracle.documents.derived;

import org.jspecify.annotations.NullMarked;
