// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

/** A part of the picture that knows how high it is before it is drawn. Lengths are in pixels. */
interface Block {
    int height();

    void draw(Svg svg, int x, int y);
}
