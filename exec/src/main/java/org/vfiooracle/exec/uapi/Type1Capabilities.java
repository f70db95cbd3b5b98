// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.uapi;

import java.util.EnumMap;
import java.util.Map;
import org.vfiooracle.contract.declaration.Declaration;
import org.vfiooracle.contract.declaration.FieldPlace;
import org.vfiooracle.contract.declaration.FilledField;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.exec.wire.ByteString;

/**
 * The chain of capabilities behind the struct that Type1 fills in when it is asked for itself: migration, how many mappings more
 * there can be, and two ranges of bus addresses. Source of layouts: {@code <linux/vfio.h>}.
 */
record Type1Capabilities(int ranges) {
    private static final int BUS_ADDRESSES = 1;
    private static final int MIGRATION = 2;
    private static final int ENTRIES = 3;
    private static final int VERSION = 1;

    private static final int FIRST = 24;
    private static final int SECOND = FIRST + 32;
    private static final int SECOND_SIZE = 12;
    private static final int THIRD_SIZE = 48;

    /** Lays them out in a struct of {@code argsz} bytes: since 6.6 each begins at a multiple of 8, which takes 4 bytes more. */
    static Type1Capabilities in(long argsz) {
        int aligned = (SECOND + SECOND_SIZE + 7) & ~7;
        return new Type1Capabilities(argsz >= aligned + THIRD_SIZE ? aligned : SECOND + SECOND_SIZE);
    }

    /** Whether a call has told them. */
    static boolean told(Map<OutField, Long> out) {
        return out.containsKey(OutField.NR_IOVAS);
    }

    /** Returns where the fields of the capabilities are in the struct of a request. */
    Map<OutField, FieldPlace> places(Declaration request) {
        Map<Integer, Integer> begins = Map.of(MIGRATION, FIRST, ENTRIES, SECOND, BUS_ADDRESSES, ranges);
        Map<OutField, FieldPlace> places = new EnumMap<>(OutField.class);
        for (FilledField filled : request.out()) {
            Integer begin = begins.get(filled.capability());
            if (begin != null) {
                filled.place().ifPresent(place -> places.put(filled.field(), place.shifted(begin)));
            }
        }
        return places;
    }

    /** Returns {@code struct} with what each begins with: what it is, and where the next one is. */
    ByteString begun(ByteString struct) {
        ByteString first = header(struct, FIRST, MIGRATION, SECOND);
        ByteString second = header(first, SECOND, ENTRIES, ranges);
        return header(second, ranges, BUS_ADDRESSES, 0).with(FIRST + 8, 4, 0).with(ranges + 12, 4, 0);
    }

    private static ByteString header(ByteString struct, int at, int id, int next) {
        return struct.with(at, 2, id).with(at + 2, 2, VERSION).with(at + 4, 4, next);
    }
}
