// SPDX-License-Identifier: Apache-2.0
/** The results that the Allure report is made from. */
@NullMarked
package org.vfiooracle.reports.allure;

import org.jspecify.annotations.NullMarked;
