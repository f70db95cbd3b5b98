// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.codec;

import java.util.List;
import java.util.OptionalLong;
import org.vfiooracle.contract.declaration.Argument;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Pointer;
import org.vfiooracle.engine.operation.Repeat;

/** One argument of an operation as a document has it: {@code int} is a count, {@code long} a hex string. */
final class ArgumentCodec {
    private ArgumentCodec() {}

    /** Whether the argument is left out of a document: what is usual of a pointer, and 0 of what is seldom anything else. */
    static boolean isLeftOut(Argument argument, Object value) {
        return value == Pointer.GOOD || argument.seldom() && ((Number) value).longValue() == 0;
    }

    /** Returns the value as a document has it. */
    static Object spelled(Object value) {
        if (value instanceof Integer count) {
            return Integer.toUnsignedLong(count);
        }
        if (value instanceof Pointer pointer) {
            return pointer.key();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ArgumentCodec::spelled).toList();
        }
        if (value instanceof OptionalLong limit) {
            return ProcessCodec.limit(limit);
        }
        if (value instanceof Operation call) {
            return OperationCodec.encode(call);
        }
        return value instanceof Long number ? Hex.of(number) : value.toString();
    }

    /**
     * Takes the argument out of {@code fields}. The size of the struct and no flags are meant where nothing is said.
     *
     * @param size of the struct of the operation
     */
    static Object taken(Argument argument, int size, Fields fields) {
        String key = argument.key();
        return switch (argument.spelling()) {
            case COUNT -> count(argument, size, fields);
            case HEX -> argument.seldom() || key.equals("flags") ? fields.hex(key, 0) : fields.hex(key);
            case HEXES -> fields.list(key, ArgumentCodec::number);
            case PLACED_DEVICES -> fields.texts(key);
            case POINTER -> pointer(fields, key);
            case LIMIT -> ProcessCodec.takeLimit(fields, key);
            case CAPABILITIES -> ProcessCodec.takeCapabilities(fields, key);
            case BACKING -> ProcessCodec.takeBacking(fields, key).key();
            case ACCESS -> ProcessCodec.takeAccess(fields, key) ? "rw" : "ro";
            case TIMES -> times(fields, key);
            case CALL -> OperationCodec.decode(fields.any(key), fields.path(key));
            case ADDRESS -> Addresses.taken(fields, key);
            case HANDLE, DESCRIPTOR, GROUP, DEVICE, BUFFER, PROGRAM -> fields.text(key);
        };
    }

    private static int count(Argument argument, int size, Fields fields) {
        if (!fields.has(argument.key()) && (argument.isSize() || argument.seldom())) {
            return argument.isSize() ? size : 0;
        }
        return argument.isWord() ? fields.word(argument.key()) : fields.count(argument.key());
    }

    private static int times(Fields fields, String key) {
        long times = fields.number(key);
        if (times < 1 || times > Repeat.MOST) {
            throw new CodecProblem(fields.path(key), "a number from 1 to " + Repeat.MOST, Long.toString(times));
        }
        return (int) times;
    }

    private static long number(Object tree, String path) {
        if (tree instanceof String text && Hex.spells(text)) {
            return Hex.parse(text);
        }
        throw new CodecProblem(path, "a hex string such as \"0x1000\"", "\"" + tree + "\"");
    }

    private static Pointer pointer(Fields fields, String key) {
        return fields.has(key) ? fields.parsed(key, "good, unmapped or read-only", Pointer::of) : Pointer.GOOD;
    }
}
