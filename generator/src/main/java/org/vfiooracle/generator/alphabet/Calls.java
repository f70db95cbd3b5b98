// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.alphabet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vfiooracle.contract.codec.OperationCodec;
import org.vfiooracle.engine.operation.HandleKind;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.state.GroupState;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.protocol.message.PerformedCalls;

/**
 * The calls of an alphabet that can be made in a state. States of the same {@link Shape} have the same calls, in the same order.
 * For several threads.
 */
public final class Calls {
    private static final String CLOSED = "X9";
    private static final String EACH = "each";
    private static final String ON = "on";
    private static final String AS = "as";

    private final Alphabet alphabet;
    private final Profile profile;
    private final Alike alike;
    private final int faults;
    private final PerformedCalls performed;
    private final boolean named;
    private final Map<Shape, List<Ask>> known = new ConcurrentHashMap<>();
    private final Map<Part, List<Ask>> parts = new ConcurrentHashMap<>();

    /** Each operation as it was made first, so that equal ones are the same. */
    private final Map<Operation, Operation> operations = new ConcurrentHashMap<>();

    /**
     * Prepares the calls.
     *
     * @param faults the most arguments of a call that are wrong: 0, 1 or 2
     * @param performed the calls that may be made
     * @param named whether groups are never interchangeable, and each has a descriptor of its own name
     */
    public Calls(
            Alphabet alphabet,
            Profile profile,
            Topology topology,
            int faults,
            PerformedCalls performed,
            boolean named) {
        this.named = named;
        this.alphabet = alphabet;
        this.profile = profile;
        this.alike = new Alike(alphabet, profile, topology, named);
        this.faults = faults;
        this.performed = performed;
    }

    /** Which groups are interchangeable. */
    public Alike alike() {
        return alike;
    }

    /** Whether a call may be made. */
    public boolean performs(Operation operation) {
        return performed.performs(operation);
    }

    /** Returns the calls that can be made in a state. */
    public List<Ask> of(State state) {
        return known.computeIfAbsent(Shape.of(state, openable(state)), this::made);
    }

    /** One group of each kind that nobody has opened. */
    private List<String> openable(State state) {
        List<String> found = new ArrayList<>();
        Set<List<Object>> kinds = new HashSet<>();
        for (String alias : alphabet.groups()) {
            GroupState group = state.groups().get(alias);
            if (group != null && !group.open() && group.devices() == 0) {
                List<Object> kind = List.of(alike.kind(alias), group.windowRefused(), group.inReset(), group.left());
                if (kinds.add(kind)) {
                    found.add(alias);
                }
            }
        }
        return found;
    }

    private List<Ask> made(Shape shape) {
        List<Ask> all = new ArrayList<>();
        Set<Operation> once = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Shape.Caller caller : shape.callers()) {
            Glance glance = new Glance(shape, caller);
            for (int i = 0; i < alphabet.calls().size(); i++) {
                Alphabet.Template template = alphabet.calls().get(i);
                if (!room(glance, template)) {
                    continue;
                }
                for (Optional<Shape.Open> on : handles(caller, template)) {
                    String handle = on.map(Shape.Open::name).orElse("");
                    Part part = new Part(caller.name(), i, on, glance.seen(template, handle));
                    for (Ask ask : parts.computeIfAbsent(part, p -> make(glance, template, on))) {
                        if (once.add(ask.operation())) {
                            all.add(ask);
                        }
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    /**
     * What decides which calls a template makes: states of many shapes have the same.
     *
     * @param caller the process
     * @param template the template, by number
     * @param on what the calls are made on
     * @param seen what else of the shape they depend on
     */
    private record Part(String caller, int template, Optional<Shape.Open> on, List<Object> seen) {}

    private List<Ask> make(Glance glance, Alphabet.Template template, Optional<Shape.Open> on) {
        String caller = glance.caller().name();
        List<Ask> made = new ArrayList<>();
        for (Map<String, Object> good : template.good()) {
            for (Map<String, Object> wrong : wrongs(template, caller.isEmpty() ? faults : 0)) {
                for (Map<String, Object> arguments : arguments(glance, template, on, good, wrong)) {
                    Operation call = OperationCodec.decode(arguments, "");
                    Operation operation = caller.isEmpty() ? call : new Operation.By(caller, call);
                    if (performed.performs(operation)) {
                        made.add(new Ask(operations.computeIfAbsent(operation, o -> o), wrong.size()));
                    }
                }
            }
        }
        return List.copyOf(made);
    }

    private boolean room(Glance glance, Alphabet.Template template) {
        Shape shape = glance.shape();
        String caller = glance.caller().name();
        Alphabet.Most most = alphabet.most();
        return switch (template.op()) {
            case "open" ->
                template.good().get(0).containsKey("path")
                        ? shape.containers() < most.containers()
                        : shape.groups() < most.groups();
            case "VFIO_GROUP_GET_DEVICE_FD" -> shape.devices() < most.devices();
            case "dup" -> glance.copies() < most.copies();
            case "fork" -> caller.isEmpty() && shape.children() < most.children();
            case "exit" -> !caller.isEmpty();
            default -> true;
        };
    }

    /** What a call is made on; of two descriptors of one file only the first where that makes no difference. */
    private static List<Optional<Shape.Open>> handles(Shape.Caller caller, Alphabet.Template template) {
        if (template.on().isEmpty()) {
            return List.of(Optional.empty());
        }
        HandleKind kind = template.on().get();
        List<Optional<Shape.Open>> handles = new ArrayList<>();
        Set<String> files = new HashSet<>();
        for (Shape.Open open : caller.open()) {
            if ((kind == HandleKind.ANY || kind == open.kind()) && files.add(open.file())) {
                handles.add(Optional.of(open));
            }
        }
        return handles;
    }

    /** Nothing wrong, then each argument by itself, then each two of them. */
    private static List<Map<String, Object>> wrongs(Alphabet.Template template, int most) {
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(Map.of());
        if (most < 1) {
            return all;
        }
        List<Map.Entry<String, Object>> single = new ArrayList<>();
        template.faults()
                .forEach((argument, values) -> values.forEach(value -> single.add(Map.entry(argument, value))));
        single.forEach(one -> all.add(Map.of(one.getKey(), one.getValue())));
        for (int i = 0; i < single.size() && most > 1; i++) {
            for (Map.Entry<String, Object> other : single.subList(i + 1, single.size())) {
                if (!single.get(i).getKey().equals(other.getKey())) {
                    Map<String, Object> two = new LinkedHashMap<>();
                    two.put(single.get(i).getKey(), single.get(i).getValue());
                    two.put(other.getKey(), other.getValue());
                    all.add(two);
                }
            }
        }
        return all;
    }

    private List<Map<String, Object>> arguments(
            Glance glance,
            Alphabet.Template template,
            Optional<Shape.Open> on,
            Map<String, Object> good,
            Map<String, Object> wrong) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("op", template.op());
        on.ifPresent(open -> all.put(ON, open.name()));
        Map<String, Object> given = new LinkedHashMap<>(good);
        given.putAll(wrong);
        Figures figures = figures(on);
        boolean second =
                given.values().stream().anyMatch(value -> value.toString().contains("W1"));
        for (Map.Entry<String, Object> one : given.entrySet()) {
            if (one.getValue() instanceof String text) {
                if (figures.lacks(text)) {
                    return List.of();
                }
                String meant = one.getKey().equals(ON) ? other(glance, text) : figures.resolved(text, second);
                if (meant.isEmpty()) {
                    return List.of();
                }
                all.put(one.getKey(), meant);
            } else {
                all.put(one.getKey(), one.getValue());
            }
        }
        return named(glance, template.op(), on, all);
    }

    private Figures figures(Optional<Shape.Open> on) {
        return new Figures(on.flatMap(open -> open.window(0)), on.flatMap(open -> open.window(1)), profile.pageSize());
    }

    /** A descriptor that the call is wrongly made on: a closed one, or the first of another kind. */
    private static String other(Glance glance, String what) {
        return what.equals("closed") ? CLOSED : glance.other(what);
    }

    /** Fills in the names that only the state knows: what is new, and each of several that an argument may be. */
    private List<Map<String, Object>> named(
            Glance glance, String op, Optional<Shape.Open> on, Map<String, Object> all) {
        switch (op) {
            case "open" -> {
                all.put(AS, glance.fresh(all.containsKey("path") ? "C" : "G"));
                return EACH.equals(all.get("group")) ? opened(all, glance.shape()) : List.of(all);
            }
            case "VFIO_GROUP_GET_DEVICE_FD" -> {
                all.put(AS, glance.fresh("D"));
                all.put("device", on.orElseThrow().group() + "." + all.get("device"));
            }
            case "dup" -> all.put(AS, glance.fresh(on.orElseThrow().name().substring(0, 1)));
            case "fork" -> all.put(AS, "P" + (glance.shape().children() + 1));
            case "VFIO_GROUP_SET_CONTAINER" -> {
                return switch (String.valueOf(all.get("container"))) {
                    case EACH -> each(all, "container", glance.containers());
                    case "group" -> each(all, "container", glance.groups());
                    default -> List.of(all);
                };
            }
            default -> {
                // nothing to name
            }
        }
        return List.of(all);
    }

    private List<Map<String, Object>> opened(Map<String, Object> all, Shape shape) {
        List<Map<String, Object>> made = each(all, "group", shape.openable());
        if (named) {
            made.forEach(one -> one.put(AS, "G" + (alphabet.groups().indexOf(String.valueOf(one.get("group"))) + 1)));
        }
        return made;
    }

    private static List<Map<String, Object>> each(Map<String, Object> all, String argument, List<String> values) {
        List<Map<String, Object>> made = new ArrayList<>();
        for (String value : values) {
            Map<String, Object> one = new LinkedHashMap<>(all);
            one.put(argument, value);
            made.add(one);
        }
        return made;
    }
}
