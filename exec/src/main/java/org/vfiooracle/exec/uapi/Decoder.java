// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.uapi;

import java.util.List;
import java.util.Optional;
import org.vfiooracle.contract.declaration.Argument;
import org.vfiooracle.contract.declaration.Declaration;
import org.vfiooracle.contract.declaration.Declarations;
import org.vfiooracle.contract.declaration.FieldPlace;
import org.vfiooracle.contract.declaration.RequestLayout;
import org.vfiooracle.engine.operation.Declared.Driver;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Pointer;

/** Requests of containers, groups and devices as operations, by their declarations. */
public final class Decoder {
    private final Declarations declarations;

    private Decoder(Declarations declarations) {
        this.declarations = declarations;
    }

    /** Makes the decoder of these operations. */
    public static Decoder of(Declarations declarations) {
        return new Decoder(declarations);
    }

    /** Returns the operation of a request; one without a name where the number has none. */
    public static Operation operation(IoctlCall asked, Surroundings surroundings) {
        return (Operation) of(Declarations.ofOperations())
                .decoded(asked, surroundings)
                .orElseGet(() -> new Operation.Ioctl(asked.handle(), asked.nr(), asked.argument()));
    }

    /** Returns the operation of a request; empty where the number has none. */
    public Optional<Object> decoded(IoctlCall asked, Surroundings surroundings) {
        return declarations
                .request(asked.nr(), driver(surroundings))
                .map(request -> decoded(request, asked, surroundings));
    }

    private static Driver driver(Surroundings surroundings) {
        return surroundings.type1() ? Driver.TYPE1 : Driver.SPAPR;
    }

    private static Object decoded(Declaration request, IoctlCall asked, Surroundings surroundings) {
        List<Object> values = request.arguments().stream()
                .map(argument -> value(argument, request, asked, surroundings))
                .toList();
        return request.make(values);
    }

    private static Object value(Argument argument, Declaration request, IoctlCall asked, Surroundings at) {
        if (argument.isNew()) {
            return at.fresh('D'); // no request but that of a device returns a descriptor
        }
        long number = isThere(argument, request, asked) ? number(argument, asked) : 0;
        return switch (argument.spelling()) {
            case POINTER -> pointer(request, asked, at);
            case COUNT -> (int) number;
            case HEX -> number;
            case ADDRESS -> at.address(number);
            case DESCRIPTOR -> at.handle((int) number);
            case DEVICE -> at.device(asked.bytes().text());
            case HANDLE -> asked.handle();
            case GROUP, BUFFER, PROGRAM, PLACED_DEVICES, HEXES, TIMES, CALL, LIMIT, CAPABILITIES, BACKING, ACCESS ->
                throw new IllegalStateException("no request has an argument such as " + argument);
        };
    }

    /** What is seldom looked at counts where it is behind the usual struct, and the program says that its own is longer. */
    private static boolean isThere(Argument argument, Declaration request, IoctlCall asked) {
        int size = request.request().map(RequestLayout::size).orElse(0);
        return !argument.seldom()
                || argument.place()
                        .filter(place -> place.at() >= size
                                && place.end() <= asked.bytes().u32(0))
                        .isPresent();
    }

    private static long number(Argument argument, IoctlCall asked) {
        if (argument.passed()) {
            return asked.argument();
        }
        FieldPlace place = argument.place().orElse(new FieldPlace(0, 0));
        return asked.bytes().number(place.at(), place.bytes());
    }

    private static Pointer pointer(Declaration request, IoctlCall asked, Surroundings at) {
        int least = request.request().map(RequestLayout::least).orElse(0);
        return request.fillsIn(driver(at)) ? asked.filled(least) : asked.read(least);
    }
}
