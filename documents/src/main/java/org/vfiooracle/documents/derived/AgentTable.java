// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.derived;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.vfiooracle.contract.declaration.Argument;
import org.vfiooracle.contract.declaration.Declaration;
import org.vfiooracle.contract.declaration.Declarations;
import org.vfiooracle.contract.declaration.FieldPlace;
import org.vfiooracle.contract.declaration.FilledField;
import org.vfiooracle.contract.declaration.RequestLayout;

/** The table of requests that the agent of the Linux adapter performs: C, included once. */
final class AgentTable {
    private static final String BEGIN = """
            /* SPDX-License-Identifier: CC0-1.0 */
            /*
             * Every request that the oracle knows, as requests.h describes one. Made by ./oracle docs from the records in
             * model/engine (org.vfiooracle.engine.operation): edit those.
             */
            #ifndef OPERATIONS_H
            #define OPERATIONS_H

            #include "requests.h"

            static const struct request requests[] = {
            """;

    private static final String END = """
            };

            #endif
            """;

    private final Declarations declarations;

    AgentTable(Declarations declarations) {
        this.declarations = declarations;
    }

    /** Returns the header. */
    String text() {
        return declarations.all().stream()
                .flatMap(each -> each.request().map(request -> row(each, request)).stream())
                .collect(Collectors.joining("", BEGIN, END));
    }

    private static String row(Declaration declaration, RequestLayout request) {
        return "\t{\n"
                + line(".name", quoted(declaration.name()))
                + line(".nr", request.nr())
                + line(".driver", request.driver() + "_DRIVER")
                + line(".size", request.size())
                + line(".opens", declaration.argument("as").isPresent())
                + list(".in", in(declaration))
                + list(".out", out(declaration))
                + "\t},\n";
    }

    private static String line(String name, Object value) {
        return "\t\t" + name + " = " + value + ",\n";
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static String entry(Object... values) {
        return Arrays.stream(values).map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String list(String name, List<String> entries) {
        return entries.isEmpty()
                ? ""
                : entries.stream()
                        .map(entry -> "\t\t\t{ " + entry + " },\n")
                        .collect(Collectors.joining("", "\t\t" + name + " = {\n", "\t\t},\n"));
    }

    private static List<String> in(Declaration declaration) {
        return declaration.arguments().stream()
                .filter(argument -> argument.passed() || argument.place().isPresent())
                .map(AgentTable::in)
                .toList();
    }

    private static String in(Argument argument) {
        FieldPlace place = argument.place().orElse(new FieldPlace(0, 0));
        return entry(quoted(argument.key()), kind(argument), place.at(), place.bytes());
    }

    private static String kind(Argument argument) {
        return switch (argument.spelling()) {
            case COUNT, HEX -> argument.isSize() ? "SIZE" : argument.seldom() ? "GIVEN" : "NUMBER";
            case ADDRESS, DESCRIPTOR, DEVICE -> argument.spelling().name();
            case HANDLE,
                    GROUP,
                    BUFFER,
                    PROGRAM,
                    PLACED_DEVICES,
                    POINTER,
                    HEXES,
                    TIMES,
                    CALL,
                    LIMIT,
                    CAPABILITIES,
                    BACKING,
                    ACCESS -> throw new IllegalStateException("no struct has a field such as " + argument);
        };
    }

    private static List<String> out(Declaration declaration) {
        return declaration.out().stream()
                .flatMap(filled -> filled.place().map(place -> out(filled, place)).stream())
                .toList();
    }

    private static String out(FilledField filled, FieldPlace place) {
        return entry(
                quoted(filled.field().key()),
                filled.field().hex(),
                place.at(),
                place.bytes(),
                filled.capability(),
                filled.told());
    }
}
