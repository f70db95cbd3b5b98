// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.uapi;

import java.util.EnumMap;
import java.util.Map;
import org.vfiooracle.exec.wire.ByteString;
import org.vfiooracle.kernel.operation.Operation;
import org.vfiooracle.kernel.operation.OutField;
import org.vfiooracle.kernel.operation.Outcome;

/** The fields that a call has filled in, as the struct has them. Source of layouts: {@code <linux/vfio.h>}. */
public final class Encoder {
    private static final FieldPlace ARGSZ = new FieldPlace(0, 4);
    private static final FieldPlace FLAGS = new FieldPlace(4, 4);

    private static final Map<Class<? extends Operation>, Map<OutField, FieldPlace>> LAYOUTS = Map.of(
            Operation.GetStatus.class,
            Map.of(OutField.FLAGS, FLAGS),
            Operation.DeviceGetInfo.class,
            Map.of(
                    OutField.ARGSZ,
                    ARGSZ,
                    OutField.FLAGS,
                    FLAGS,
                    OutField.NUM_REGIONS,
                    new FieldPlace(8, 4),
                    OutField.NUM_IRQS,
                    new FieldPlace(12, 4),
                    OutField.CAP_OFFSET,
                    new FieldPlace(16, 4)),
            Operation.TceGetInfo.class,
            Map.of(
                    OutField.ARGSZ,
                    ARGSZ,
                    OutField.FLAGS,
                    FLAGS,
                    OutField.DMA32_WINDOW_START,
                    new FieldPlace(8, 4),
                    OutField.DMA32_WINDOW_SIZE,
                    new FieldPlace(12, 4),
                    OutField.DDW_PGSIZES,
                    new FieldPlace(16, 8),
                    OutField.DDW_MAX_DYNAMIC_WINDOWS_SUPPORTED,
                    new FieldPlace(24, 4),
                    OutField.DDW_LEVELS,
                    new FieldPlace(28, 4)),
            Operation.IommuGetInfo.class,
            Map.of(
                    OutField.ARGSZ,
                    ARGSZ,
                    OutField.FLAGS,
                    FLAGS,
                    OutField.IOVA_PGSIZES,
                    new FieldPlace(8, 8),
                    OutField.CAP_OFFSET,
                    new FieldPlace(16, 4)),
            Operation.UnmapDma.class,
            Map.of(OutField.FLAGS, FLAGS, OutField.SIZE, new FieldPlace(16, 8)),
            Operation.TceCreate.class,
            Map.of(OutField.START_ADDR, new FieldPlace(32, 8)));

    private Encoder() {}

    /**
     * Returns the struct as it is after the call, from its beginning to the last field that was filled in; nothing where none
     * was.
     *
     * @param before the struct as the call found it
     */
    public static ByteString struct(Operation operation, Outcome outcome, ByteString before) {
        Map<OutField, FieldPlace> layout =
                new EnumMap<>(LAYOUTS.getOrDefault(operation.getClass(), new EnumMap<>(OutField.class)));
        ByteString struct = before;
        if (Type1Capabilities.told(outcome.out())) {
            Type1Capabilities capabilities = Type1Capabilities.in(before.u32(ARGSZ.offset()));
            layout.putAll(capabilities.places());
            struct = capabilities.begun(struct);
        }
        int end = 0;
        for (Map.Entry<OutField, Long> field : outcome.out().entrySet()) {
            FieldPlace place = layout.get(field.getKey());
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
