// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.samples;

import java.util.List;
import java.util.OptionalLong;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.contract.declaration.Argument;
import org.vfiooracle.contract.declaration.Declaration;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Pointer;

/** One operation of any kind, with arguments that its schema takes. */
public final class SampleOperations {
    private SampleOperations() {}

    public static Object of(Declaration declaration) {
        return declaration.make(
                declaration.arguments().stream().map(SampleOperations::value).toList());
    }

    private static Object value(Argument argument) {
        return switch (argument.spelling()) {
            case HANDLE -> "H1";
            case DESCRIPTOR -> "closed";
            case GROUP -> "A";
            case DEVICE -> "A.0";
            case BUFFER -> "B1";
            case PROGRAM -> "qemu-7.2";
            case PLACED_DEVICES -> List.of("A.0@0");
            case ADDRESS -> new Address.InBuffer("B1", 0x1000);
            case POINTER -> Pointer.READ_ONLY;
            case COUNT -> 7;
            case HEX -> 0xffff_ffff_0000_1000L;
            case HEXES -> List.of(0x1003L, 0L);
            case LIMIT -> OptionalLong.of(0x10000);
            case CAPABILITIES -> List.of("CAP_IPC_LOCK");
            case BACKING -> "2m";
            case ACCESS -> "ro";
            case TIMES -> 3;
            case CALL -> new Operation.MapDma("H1", 32, 3, new Address.InBuffer("B1", 0), 0, 0x1000);
        };
    }
}
