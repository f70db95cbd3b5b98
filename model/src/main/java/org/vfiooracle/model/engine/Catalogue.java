// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.engine;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.vfiooracle.model.platform.Release;

/** All procedures of the model, by name; immutable. */
public final class Catalogue {
    private final Map<String, Procedure<?>> procedures;

    private Catalogue(Map<String, Procedure<?>> procedures) {
        this.procedures = procedures;
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
                        TreeMap::new)));
    }

    /** All procedures in order of name. */
    public Collection<Procedure<?>> all() {
        return procedures.values();
    }

    /** Returns this as one release has it. */
    public Catalogue on(Release release) {
        Map<String, Procedure<?>> next = new TreeMap<>();
        procedures.forEach((name, procedure) -> next.put(name, procedure.on(release)));
        return new Catalogue(next);
    }

    /** Returns this with the entries {@code id} of the procedure {@code name} edited. */
    public <A> Catalogue edit(Procedure.Name<A> name, String id, UnaryOperator<Optional<Item<A>>> edit) {
        Map<String, Procedure<?>> next = new TreeMap<>(procedures);
        next.put(name.text(), find(name).edit(id, edit));
        return new Catalogue(next);
    }

    /**
     * Returns the procedure of this name.
     *
     * @throws IllegalStateException when there is none: a defect of the model
     */
    @SuppressWarnings("unchecked") // a name is only ever paired with a procedure of its own argument type
    public <A> Procedure<A> find(Procedure.Name<A> name) {
        Procedure<?> found = procedures.get(name.text());
        if (found == null) {
            throw new IllegalStateException("no procedure is named " + name.text());
        }
        return (Procedure<A>) found;
    }
}
