// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.uapi;

import java.util.EnumMap;
import java.util.Map;
import org.vfiooracle.exec.wire.Bytes;
import org.vfiooracle.model.operation.Operation;
import org.vfiooracle.model.operation.OutField;
import org.vfiooracle.model.operation.Outcome;

/** The fields that a call has filled in, as the struct has them. Source of layouts: {@code <linux/vfio.h>}. */
public final class Encoder {
    private static final Place ARGSZ = new Place(0, 4);
    private static final Place FLAGS = new Place(4, 4);

    private static final Map<Class<? extends Operation>, Map<OutField, Place>> LAYOUTS = Map.of(
            Operation.GetStatus.class,
            Map.of(OutField.FLAGS, FLAGS),
            Operation.DeviceGetInfo.class,
            Map.of(
                    OutField.ARGSZ,
                    ARGSZ,
                    OutField.FLAGS,
                    FLAGS,
                    OutField.NUM_REGIONS,
                    new Place(8, 4),
                    OutField.NUM_IRQS,
                    new Place(12, 4),
                    OutField.CAP_OFFSET,
                    new Place(16, 4)),
            Operation.TceGetInfo.class,
            Map.of(
                    OutField.ARGSZ,
                    ARGSZ,
                    OutField.FLAGS,
                    FLAGS,
                    OutField.DMA32_WINDOW_START,
                    new Place(8, 4),
                    OutField.DMA32_WINDOW_SIZE,
                    new Place(12, 4),
                    OutField.DDW_PGSIZES,
                    new Place(16, 8),
                    OutField.DDW_MAX_DYNAMIC_WINDOWS_SUPPORTED,
                    new Place(24, 4),
                    OutField.DDW_LEVELS,
                    new Place(28, 4)),
            Operation.IommuGetInfo.class,
            Map.of(
                    OutField.ARGSZ,
                    ARGSZ,
                    OutField.FLAGS,
                    FLAGS,
                    OutField.IOVA_PGSIZES,
                    new Place(8, 8),
                    OutField.CAP_OFFSET,
                    new Place(16, 4)),
            Operation.UnmapDma.class,
            Map.of(OutField.FLAGS, FLAGS, OutField.SIZE, new Place(16, 8)),
            Operation.TceCreate.class,
            Map.of(OutField.START_ADDR, new Place(32, 8)));

    private Encoder() {}

    /**
     * Returns the struct as it is after the call, from its beginning to the last field that was filled in; nothing where none
     * was.
     *
     * @param before the struct as the call found it
     */
    public static Bytes struct(Operation operation, Outcome outcome, Bytes before) {
        Map<OutField, Place> layout =
                new EnumMap<>(LAYOUTS.getOrDefault(operation.getClass(), new EnumMap<>(OutField.class)));
        Bytes struct = before;
        if (Type1Capabilities.told(outcome.out())) {
            Type1Capabilities capabilities = Type1Capabilities.in(before.u32(ARGSZ.offset()));
            layout.putAll(capabilities.places());
            struct = capabilities.begun(struct);
        }
        int end = 0;
        for (Map.Entry<OutField, Long> field : outcome.out().entrySet()) {
            Place place = layout.get(field.getKey());
            if (place == null) {
                throw new IllegalStateException(
                        operation.name() + " has no place for " + field.getKey().key());
            }
            struct = struct.with(place.offset(), place.width(), field.getValue());
            end = Math.max(end, place.end());
        }
        return struct.part(0, end);
    }
}
