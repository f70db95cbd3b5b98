// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.scene;

import java.util.List;

/**
 * Where a row of a table stands in its file.
 *
 * @param line from 1
 * @param columns of each cell, from 1
 */
public record TableLine(int line, List<Integer> columns) {
    public TableLine {
        columns = List.copyOf(columns);
    }
}
