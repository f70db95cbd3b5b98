// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.declaration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.engine.operation.Declared;
import org.vfiooracle.engine.operation.Operation;

/**
 * The declarations of several kinds of operations.
 *
 * @param all in order
 */
public record Declarations(List<Declaration> all) {
    private static final Declarations OF_OPERATIONS = walked();

    public Declarations {
        all = List.copyOf(all);
    }

    /** The declarations of all operations but {@link Operation.By}, which has the name of another. */
    public static Declarations ofOperations() {
        return OF_OPERATIONS;
    }

    /** Returns these and one more, of a record with {@link Declared}. */
    public Declarations and(Class<?> kind) {
        List<Declaration> more = new ArrayList<>(all);
        more.add(Declaration.of(kind));
        return new Declarations(more);
    }

    /** The declarations of each name, in order; {@code open} is two calls. */
    public Map<String, List<Declaration>> byName() {
        Map<String, List<Declaration>> named = new LinkedHashMap<>();
        all.forEach(each ->
                named.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(each));
        return named;
    }

    /** The declaration of the request with this number, when {@code driver} answers it. */
    public Optional<Declaration> request(int nr, Declared.Driver driver) {
        return all.stream()
                .filter(each -> each.request()
                        .filter(request -> request.nr() == nr && request.isOf(driver))
                        .isPresent())
                .findFirst();
    }

    private static Declarations walked() {
        List<Declaration> all = new ArrayList<>();
        for (Class<?> kind : Operation.class.getPermittedSubclasses()) {
            if (kind.isInterface()) {
                for (Class<?> nested : kind.getPermittedSubclasses()) {
                    all.add(Declaration.of(nested));
                }
            } else if (kind != Operation.By.class) {
                all.add(Declaration.of(kind));
            }
        }
        return new Declarations(all);
    }
}
