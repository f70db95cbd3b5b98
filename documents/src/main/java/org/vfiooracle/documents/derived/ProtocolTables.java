// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.derived;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vfiooracle.contract.declaration.Argument;
import org.vfiooracle.contract.declaration.Declaration;
import org.vfiooracle.contract.declaration.Declarations;
import org.vfiooracle.contract.declaration.FilledField;
import org.vfiooracle.contract.declaration.RequestLayout;
import org.vfiooracle.engine.operation.Declared.Told;
import org.vfiooracle.engine.operation.HandleKind;
import org.vfiooracle.engine.operation.Spelling;

/** The tables of operations in the page that describes the adapter protocol; each stands between two marks. */
final class ProtocolTables {
    private final Declarations declarations;

    ProtocolTables(Declarations declarations) {
        this.declarations = declarations;
    }

    /** Returns {@code page} with its tables. */
    String in(String page) {
        String calls = table("| op | on | arguments | out |\n|---|---|---|---|\n", false) + capabilities();
        String told = table("| op | arguments | out |\n|---|---|---|\n", true);
        String operations =
                between(between(between(page, "calls", calls), "program layer", told), "integers", integers());
        return between(operations, "messages", MessageTable.text());
    }

    private static String between(String page, String name, String text) {
        String begin = "<!-- " + name + ": made by ./oracle docs -->\n";
        String end = "<!-- /" + name + " -->\n";
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("the page has no " + begin.strip() + " before " + end.strip());
        }
        return page.substring(0, from + begin.length()) + text + page.substring(to);
    }

    private String table(String head, boolean ofPrograms) {
        return declarations.all().stream()
                .filter(each -> each.on().ofPrograms() == ofPrograms)
                .map(each -> row(each, ofPrograms))
                .collect(Collectors.joining("", head, ""));
    }

    private static String row(Declaration declaration, boolean ofPrograms) {
        List<String> cells = new ArrayList<>();
        cells.add("`" + declaration.name() + "`");
        if (!ofPrograms) {
            cells.add(
                    declaration.on() == HandleKind.NONE
                            ? ""
                            : declaration.on() == HandleKind.ANY
                                    ? "any handle"
                                    : declaration.on().key());
        }
        cells.add(arguments(declaration));
        cells.add(out(declaration));
        return cells.stream()
                .map(cell -> cell.isEmpty() ? " |" : " " + cell + " |")
                .collect(Collectors.joining("", "|", "\n"));
    }

    private static String arguments(Declaration declaration) {
        Stream<String> constants = declaration.constants().entrySet().stream()
                .map(entry -> "`" + entry.getKey() + "` (`" + entry.getValue() + "`)");
        Stream<String> others = declaration.arguments().stream()
                .filter(argument -> !argument.key().equals("on"))
                .map(argument -> argument(argument, declaration));
        return Stream.concat(constants, others).collect(Collectors.joining(", "));
    }

    private static String argument(Argument argument, Declaration declaration) {
        String remark = argument.isSize()
                ? String.valueOf(declaration.request().map(RequestLayout::size).orElse(0))
                : argument.seldom()
                        ? "0"
                        : argument.remark().isEmpty() ? remark(argument.spelling()) : argument.remark();
        return "`" + argument.key() + "`" + (remark.isEmpty() ? "" : " (" + remark + ")");
    }

    private static String remark(Spelling spelling) {
        return switch (spelling) {
            case GROUP -> "alias, or `none`";
            case DEVICE -> "alias";
            case DESCRIPTOR -> "handle, or `closed`";
            case BUFFER -> "a buffer";
            default -> "";
        };
    }

    private static String out(Declaration declaration) {
        String ofStruct = declaration.out().stream()
                .filter(filled -> filled.capability() == 0)
                .map(ProtocolTables::out)
                .collect(Collectors.joining(", "));
        return ofCapabilities(declaration).isEmpty() ? ofStruct : ofStruct + ", and capabilities";
    }

    /** What stands below the table of each call that writes capabilities. */
    private String capabilities() {
        return declarations.all().stream()
                .filter(each -> !ofCapabilities(each).isEmpty())
                .map(each -> "\nThe capabilities of `" + each.name() + "`, where the call wrote them: "
                        + ofCapabilities(each) + ".\n")
                .collect(Collectors.joining());
    }

    private static String ofCapabilities(Declaration declaration) {
        return declaration.out().stream()
                .filter(filled -> filled.capability() != 0)
                .map(ProtocolTables::out)
                .collect(Collectors.joining(", "));
    }

    private static String out(FilledField filled) {
        String key = "`" + filled.field().key() + "`";
        return filled.told() == Told.CHANGED
                ? key + " (when the call changed it)"
                : filled.told() == Told.BY_TYPE1 ? key + " (of Type1 only)" : key;
    }

    private String integers() {
        TreeSet<String> keys = new TreeSet<>();
        for (Declaration each : declarations.all()) {
            each.arguments().stream()
                    .filter(argument -> argument.spelling() == Spelling.COUNT || argument.spelling() == Spelling.TIMES)
                    .forEach(argument -> keys.add("`" + argument.key() + "`"));
        }
        return "These arguments are JSON integers: " + String.join(", ", keys) + ".\n";
    }
}
