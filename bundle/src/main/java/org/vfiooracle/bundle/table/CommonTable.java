// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.bundle.table;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vfiooracle.contract.declaration.Argument;
import org.vfiooracle.contract.declaration.Declaration;
import org.vfiooracle.contract.declaration.Declarations;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.platform.PlatformId;

/** What the tables of all platforms share: the header, and the names of calls, arguments and fields. */
final class CommonTable {
    private static final List<String> NOT_IN_ROWS = List.of("on", "as");

    private CommonTable() {}

    /** Returns the header. */
    static String header(Collection<PlatformId> platforms) {
        return TableText.HEADER
                .replace("@ops@", constants("OP_", calls()))
                .replace("@keys@", constants("KEY_", keys()))
                .replace("@fields@", constants("FIELD_", fields()))
                .replace("@platforms@", platforms(platforms));
    }

    /** Returns the file that defines the names. */
    static String names() {
        Map<String, List<Declaration>> byName = Declarations.ofOperations().byName();
        String rows = calls().stream()
                .map(name -> "\t{" + CName.quoted(name) + ", " + request(byName.getOrDefault(name, List.of())) + "},\n")
                .collect(Collectors.joining());
        return TableText.NAMES
                .replace("@calls@", rows)
                .replace("@keys@", lines(keys()))
                .replace("@fields@", lines(fields()));
    }

    /** The calls of the kernel, each name once, in the order of their declarations. */
    private static Set<String> calls() {
        return host().map(Declaration::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> keys() {
        return host().flatMap(each -> Stream.concat(
                        each.constants().keySet().stream(),
                        each.arguments().stream()
                                .map(Argument::key)
                                .filter(key -> !NOT_IN_ROWS.contains(key) && !key.equals("pointer"))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> fields() {
        return Arrays.stream(OutField.values()).map(OutField::key).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<Declaration> host() {
        return Declarations.ofOperations().all().stream()
                .filter(each -> !each.on().ofPrograms());
    }

    private static String request(List<Declaration> declarations) {
        return declarations.stream()
                .flatMap(each -> each.request().stream())
                .findFirst()
                .map(request -> request.nr() + ", " + request.size())
                .orElse("-1, 0");
    }

    private static String constants(String kind, Collection<String> words) {
        List<String> all = List.copyOf(words);
        return IntStream.range(0, all.size())
                .mapToObj(i -> "\t" + CName.constant(kind, all.get(i)) + " = " + i + ",\n")
                .collect(Collectors.joining("", "", "\t" + CName.PREFIX + kind + "COUNT = " + all.size() + "\n"));
    }

    private static String lines(Collection<String> words) {
        return words.stream().map(word -> "\t" + CName.quoted(word) + ",\n").collect(Collectors.joining());
    }

    private static String platforms(Collection<PlatformId> platforms) {
        return platforms.stream()
                .map(id -> "extern const struct vfio_oracle_platform " + CName.variable(id.toString()) + ";\n")
                .collect(Collectors.joining());
    }
}
