// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.platform;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The series of Linux that the model knows, from 4.1 to 7.3. */
public final class Series {
    /** All of them, oldest first; none has a point release. */
    public static final List<Release> ALL = Stream.of(of(4, 1, 20), of(5, 0, 19), of(6, 0, 19), of(7, 0, 3))
            .flatMap(List::stream)
            .toList();

    private Series() {}

    private static List<Release> of(int major, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(minor -> Release.parse(major + "." + minor))
                .toList();
    }
}
