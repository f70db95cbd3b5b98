// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

/**
 * The widths of the columns in which a state is drawn.
 *
 * @param hardware the PHBs
 * @param lines between PHBs and containers
 * @param containers the containers
 */
record Layout(int hardware, int lines, int containers) {
    /** One state fills the picture. */
    static final Layout WHOLE = new Layout(236, 66, 530);

    /** Two states stand side by side. */
    static final Layout HALF = new Layout(204, 62, 330);

    int width() {
        return hardware + lines + containers;
    }
}
