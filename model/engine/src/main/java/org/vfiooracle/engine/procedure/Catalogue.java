// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.procedure;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.platform.Release;

/** All procedures of the model, by name; immutable. */
public final class Catalogue {
    private final Map<String, Procedure<?>> procedures;
    private final Consumer<String> found;

    /** This as releases have it that were asked for: many platforms have the same one. */
    private final Map<Release, Catalogue> byRelease = new ConcurrentHashMap<>();

    private Catalogue(Map<String, Procedure<?>> procedures, Consumer<String> found) {
        this.procedures = procedures;
        this.found = found;
    }

    private Catalogue(Map<String, Procedure<?>> procedures) {
        this(procedures, name -> {});
    }

    /**
     * Returns a catalogue of these procedures.
     *
     * @throws IllegalStateException when two have the same name
     */
    public static Catalogue of(Collection<Procedure<?>> all) {
        return new Catalogue(all.stream()
                .collect(Collectors.toMap(
                        p -> p.name().text(),
                        p -> p,
                        (a, b) -> {
                            throw new IllegalStateException("two procedures are named " + a.name());
                        },
                        HashMap::new)));
    }

    /** All procedures in order of name. */
    public Collection<Procedure<?>> all() {
        return new TreeMap<>(procedures).values();
    }

    /** Returns this, telling {@code found} the name of each procedure that is looked up in it. */
    public Catalogue watched(Consumer<String> found) {
        return new Catalogue(procedures, found);
    }

    /**
     * The names of the procedures that are others in {@code other}, which is an edition of this one: an edit makes a new procedure,
     * and leaves the others as they are.
     */
    @SuppressWarnings("ReferenceEquality") // the same procedure, and not only one that does the same
    public Set<String> differences(Catalogue other) {
        Set<String> names = new TreeSet<>();
        procedures.forEach((name, procedure) -> {
            if (procedure != other.procedures.get(name)) {
                names.add(name);
            }
        });
        return names;
    }

    /** Returns this as one release has it. */
    public Catalogue on(Release release) {
        return byRelease.computeIfAbsent(release, asked -> {
            Map<String, Procedure<?>> next = new HashMap<>(procedures);
            next.replaceAll((name, procedure) -> procedure.on(asked));
            return new Catalogue(next);
        });
    }

    /** Returns this with the entries {@code id} of the procedure {@code name} edited. */
    public <A> Catalogue edit(Procedure.Name<A> name, String id, UnaryOperator<Optional<Item<A>>> edit) {
        Map<String, Procedure<?>> next = new HashMap<>(procedures);
        next.put(name.text(), find(name).edit(id, edit));
        return new Catalogue(next);
    }

    /** Returns this with {@code edition} in place of the procedure of its name. */
    public Catalogue with(Procedure<?> edition) {
        find(edition.name());
        Map<String, Procedure<?>> next = new HashMap<>(procedures);
        next.put(edition.name().text(), edition);
        return new Catalogue(next);
    }

    /** Returns this without the entries {@code id} of the procedure {@code name}. */
    public Catalogue without(Procedure.Name<?> name, String id) {
        return edit(name, id, entry -> Optional.empty());
    }

    /** Returns this with another answer of the checks {@code id} of the procedure {@code name}. */
    public <A> Catalogue answering(Procedure.Name<A> name, String id, Answer answer) {
        return edit(name, id, entry -> entry.map(item -> ((Check<A>) item).answering(answer)));
    }

    /** Returns this with the step {@code id} of the procedure {@code name} kept when a later entry stops the procedure. */
    public <A> Catalogue keeping(Procedure.Name<A> name, String id) {
        return edit(name, id, entry -> entry.map(item -> ((Step<A>) item).kept()));
    }

    /**
     * Returns the procedure of this name.
     *
     * @throws IllegalStateException when there is none: a defect of the model
     */
    @SuppressWarnings("unchecked") // a name is only ever paired with a procedure of its own argument type
    public <A> Procedure<A> find(Procedure.Name<A> name) {
        found.accept(name.text());
        Procedure<?> procedure = procedures.get(name.text());
        if (procedure == null) {
            throw new IllegalStateException("no procedure is named " + name.text());
        }
        return (Procedure<A>) procedure;
    }
}
