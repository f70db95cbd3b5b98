// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.protocol.message;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.codec.OperationCodec;
import org.vfiooracle.contract.observation.Halt;
import org.vfiooracle.contract.spelling.Nearest;
import org.vfiooracle.engine.operation.Operation;

/**
 * The operations that an implementation performs, of which a case is asked only as far as they go.
 *
 * @param all whether these are all operations that there are
 * @param entries the operations, where these are not all
 */
public record PerformedCalls(boolean all, List<Entry> entries) {
    /** All operations. */
    public static final PerformedCalls ALL = new PerformedCalls(true, List.of());

    private static final String OP = "op";

    /**
     * An operation that is performed.
     *
     * @param name of the operation
     * @param only arguments that may have no other value than these, as a case spells them
     */
    public record Entry(String name, Map<String, List<Object>> only) {
        public Entry {
            only = Collections.unmodifiableMap(new LinkedHashMap<>(only));
        }

        private boolean performs(Map<String, Object> operation) {
            return name.equals(operation.get(OP))
                    && only.entrySet().stream()
                            .allMatch(entry -> takes(entry.getValue(), operation.get(entry.getKey())));
        }

        private Entry and(Entry other) {
            Map<String, List<Object>> both = new LinkedHashMap<>(only);
            other.only.forEach((argument, values) -> both.merge(argument, values, Entry::common));
            return new Entry(name, both);
        }

        private static List<Object> common(List<Object> some, List<Object> others) {
            return some.stream().filter(others::contains).toList();
        }

        /** An argument that the case leaves out is not looked at. */
        private static boolean takes(List<Object> values, @Nullable Object asked) {
            return asked == null
                    || values.stream().anyMatch(value -> value.toString().equals(asked.toString()));
        }
    }

    public PerformedCalls {
        entries = List.copyOf(entries);
    }

    /**
     * Returns operations, whatever their arguments.
     *
     * @throws IllegalArgumentException when there is no operation of such a name
     */
    public static PerformedCalls named(Collection<String> names) {
        return new PerformedCalls(
                false,
                names.stream().map(name -> new Entry(known(name, ""), Map.of())).toList());
    }

    /** Returns the operations that are in both. */
    public PerformedCalls and(PerformedCalls other) {
        if (all || other.all) {
            return all ? other : this;
        }
        return new PerformedCalls(
                false,
                entries.stream()
                        .flatMap(entry -> other.entries.stream()
                                .filter(more -> more.name().equals(entry.name()))
                                .map(entry::and))
                        .toList());
    }

    /** Whether an operation is performed. */
    public boolean performs(Operation operation) {
        if (all) {
            return true;
        }
        Map<String, Object> asked = OperationCodec.encode(operation);
        return entries.stream().anyMatch(entry -> entry.performs(asked));
    }

    /** Returns where a case has to stop; empty when all of it is performed. */
    public Optional<Halt> halt(Case asked) {
        for (int i = 0; i < asked.operations().size() && !all; i++) {
            Operation operation = asked.operations().get(i);
            if (!performs(operation)) {
                boolean known = entries.stream().anyMatch(entry -> entry.name().equals(operation.name()));
                String why = known
                        ? "the adapter does not perform it with these arguments"
                        : "the adapter does not perform it";
                return Optional.of(new Halt(i + 1, Halt.Cause.UNSUPPORTED, why));
            }
        }
        return Optional.empty();
    }

    /** Returns the entries as a message has them. */
    List<Object> spelled() {
        List<Object> spelled = new ArrayList<>();
        for (Entry entry : entries) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put(OP, entry.name());
            tree.putAll(entry.only());
            spelled.add(entry.only().isEmpty() ? entry.name() : tree);
        }
        return spelled;
    }

    /** Takes {@code calls} of a start message; all operations where it has none. */
    static PerformedCalls take(Fields fields) {
        if (!fields.has("calls")) {
            return ALL;
        }
        List<Entry> entries = fields.list("calls", PerformedCalls::entry);
        if (entries.isEmpty()) {
            throw new CodecProblem(fields.path("calls"), "at least one operation", "none");
        }
        return new PerformedCalls(false, entries);
    }

    private static Entry entry(Object element, String path) {
        if (element instanceof String name) {
            return new Entry(known(name, path), Map.of());
        }
        Fields fields = Fields.of(element, path);
        String name = known(fields.text(OP), fields.path(OP));
        Map<String, List<Object>> only = new LinkedHashMap<>();
        for (String argument : fields.keys()) {
            if (!OperationCodec.arguments(name).contains(argument)) {
                throw CodecProblem.unknownKey(fields.path(argument), argument)
                        .hint("the arguments of " + name + " are " + String.join(", ", OperationCodec.arguments(name)));
            }
            only.put(argument, fields.list(argument, (value, place) -> value));
        }
        return new Entry(name, only);
    }

    private static String known(String name, String path) {
        if (!OperationCodec.names().contains(name)) {
            throw new CodecProblem(path, "the name of an operation", "\"" + name + "\"")
                    .hint(Nearest.hint(name, OperationCodec.names()));
        }
        return name;
    }
}
