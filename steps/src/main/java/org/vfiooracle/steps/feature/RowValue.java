// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.feature;

/**
 * One cell of an outline row.
 *
 * @param column the title of its column
 * @param value what the cell says
 */
public record RowValue(String column, String value) {}
