// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.codec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.vfiooracle.contract.declaration.Argument;
import org.vfiooracle.contract.declaration.Declaration;
import org.vfiooracle.contract.declaration.Declarations;
import org.vfiooracle.contract.declaration.RequestLayout;
import org.vfiooracle.engine.operation.Spelling;

/** Reads and writes the operations of some declarations; it knows nothing of any of them. */
public final class DeclaredCodec {
    private static final Set<Spelling> LISTS = Set.of(Spelling.HEXES, Spelling.PLACED_DEVICES, Spelling.CAPABILITIES);

    private final Map<String, List<Declaration>> byName;

    private DeclaredCodec(Map<String, List<Declaration>> byName) {
        this.byName = byName;
    }

    /** Makes the codec of these operations. */
    public static DeclaredCodec of(Declarations declarations) {
        return new DeclaredCodec(new TreeMap<>(declarations.byName()));
    }

    /** The names of all calls, in order. */
    public Collection<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    /** The keys that {@code name} can have, {@code op} and constants not counted, in order. */
    public List<String> arguments(String name) {
        return usual(name)
                .map(each -> each.arguments().stream().map(Argument::key).toList())
                .orElse(List.of());
    }

    /** Whether an argument of the call {@code name} is a count, which is written as an integer. */
    public boolean counts(String name, String argument) {
        return isSpelled(name, argument, spelling -> spelling == Spelling.COUNT || spelling == Spelling.TIMES);
    }

    /** Whether an argument of the call {@code name} is a list. */
    public boolean lists(String name, String argument) {
        return isSpelled(name, argument, spelling -> LISTS.contains(spelling));
    }

    /** Adds the arguments of an operation to {@code tree}. */
    public void encode(Object operation, Map<String, Object> tree) {
        Declaration declaration = Declaration.of(operation.getClass());
        tree.putAll(declaration.constants());
        List<Object> values = declaration.values(operation);
        for (int i = 0; i < values.size(); i++) {
            Argument argument = declaration.arguments().get(i);
            if (!ArgumentCodec.isLeftOut(argument, values.get(i))) {
                tree.put(argument.key(), ArgumentCodec.spelled(values.get(i)));
            }
        }
    }

    /**
     * Takes the arguments of the call {@code name} out of {@code fields}.
     *
     * @throws CodecProblem when there is no such call, or an argument is missing or of another form
     */
    public Object take(String name, Fields fields) {
        List<Declaration> declarations = byName.get(name);
        if (declarations == null) {
            throw new CodecProblem(
                    fields.path("op"), "one of " + String.join(", ", byName.keySet()), "\"" + name + "\"");
        }
        return take(meant(declarations, fields), fields);
    }

    private static Object take(Declaration declaration, Fields fields) {
        declaration.constants().forEach((key, value) -> {
            String found = fields.text(key);
            if (!found.equals(value)) {
                throw new CodecProblem(fields.path(key), value, "\"" + found + "\"");
            }
        });
        int size = declaration.request().map(RequestLayout::size).orElse(0);
        List<Object> values = new ArrayList<>();
        for (Argument argument : declaration.arguments()) {
            values.add(ArgumentCodec.taken(argument, size, fields));
        }
        return declaration.make(values);
    }

    /** Calls of one name are told apart by the arguments that are always the same. */
    private static Declaration meant(List<Declaration> declarations, Fields fields) {
        Predicate<Declaration> told = each -> !each.constants().isEmpty()
                && each.constants().keySet().stream().allMatch(fields::has);
        return declarations.stream().filter(told).findFirst().orElse(declarations.get(declarations.size() - 1));
    }

    private Optional<Declaration> usual(String name) {
        List<Declaration> declarations = byName.getOrDefault(name, List.of());
        return declarations.isEmpty() ? Optional.empty() : Optional.of(declarations.get(declarations.size() - 1));
    }

    private boolean isSpelled(String name, String argument, Predicate<Spelling> spelling) {
        return usual(name)
                .flatMap(each -> each.argument(argument))
                .filter(each -> spelling.test(each.spelling()))
                .isPresent();
    }
}
