// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.uapi;

import java.util.Optional;
import org.vfiooracle.contract.declaration.Argument;
import org.vfiooracle.contract.declaration.Declaration;
import org.vfiooracle.contract.declaration.Declarations;
import org.vfiooracle.contract.declaration.FieldPlace;
import org.vfiooracle.engine.operation.Declared.Driver;
import org.vfiooracle.engine.operation.Spelling;

/**
 * The memory that a request is about, which is not the struct that it is asked with.
 *
 * @param address where it begins
 * @param length how many bytes it has
 */
public record Pointed(long address, long length) {
    private static final String LENGTH = "size";

    /** Returns the memory that a request is about; empty where it is about none. */
    public static Optional<Pointed> by(IoctlCall asked, Driver driver) {
        return Declarations.ofOperations().request(asked.nr(), driver).flatMap(request -> by(asked, request));
    }

    private static Optional<Pointed> by(IoctlCall asked, Declaration request) {
        return request.arguments().stream()
                .filter(argument -> argument.spelling() == Spelling.ADDRESS)
                .findFirst()
                .flatMap(Argument::place)
                .map(place -> new Pointed(
                        number(asked, place),
                        request.argument(LENGTH)
                                .flatMap(Argument::place)
                                .map(at -> number(asked, at))
                                .orElse(1L)));
    }

    private static long number(IoctlCall asked, FieldPlace place) {
        return asked.bytes().number(place.at(), place.bytes());
    }
}
