// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.generator.alphabet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vfiooracle.engine.operation.HandleKind;

/** What of a shape a process sees, found out once for all templates of an alphabet. */
final class Glance {
    private final Shape shape;
    private final Shape.Caller caller;
    private final Set<String> taken;
    private final Map<String, String> fresh = new HashMap<>();
    private final List<String> containers;
    private final List<String> groups;
    private final List<String> firsts;
    private final int copies;

    /** Looks at a shape as one of its processes does. */
    Glance(Shape shape, Shape.Caller caller) {
        this.shape = shape;
        this.caller = caller;
        this.taken = shape.taken();
        this.containers = caller.of(HandleKind.CONTAINER);
        this.groups = caller.of(HandleKind.GROUP);
        this.firsts = Arrays.stream(HandleKind.values())
                .map(kind -> other(kind.key()))
                .toList();
        this.copies = caller.copies();
    }

    Shape shape() {
        return shape;
    }

    Shape.Caller caller() {
        return caller;
    }

    /** The containers that the process has descriptors of. */
    List<String> containers() {
        return containers;
    }

    /** The groups that the process has descriptors of. */
    List<String> groups() {
        return groups;
    }

    /** The first descriptor of each kind; empty where there is none. */
    List<String> firsts() {
        return firsts;
    }

    /** How many descriptors stand for a file that another one stands for, too. */
    int copies() {
        return copies;
    }

    /** The first name of a kind ({@code C}, {@code G}, {@code D}) that nothing has. */
    String fresh(String kind) {
        return fresh.computeIfAbsent(kind, k -> {
            int number = 1;
            while (taken.contains(k + number)) {
                number++;
            }
            return k + number;
        });
    }

    /** The first descriptor of a kind; empty where there is none. */
    String other(String kind) {
        for (Shape.Open open : caller.open()) {
            if (open.kind().key().equals(kind)) {
                return open.name();
            }
        }
        return "";
    }

    /** What of the shape, beside the handle, decides about the calls of a template that names what is new. */
    List<Object> seen(Alphabet.Template template, String on) {
        List<Object> seen = new ArrayList<>();
        switch (template.op()) {
            case "open" -> {
                seen.add(fresh("C"));
                seen.add(fresh("G"));
                seen.add(shape.openable());
            }
            case "VFIO_GROUP_GET_DEVICE_FD" -> seen.add(fresh("D"));
            case "dup" -> seen.add(fresh(on.substring(0, 1)));
            case "fork" -> seen.add(shape.children());
            case "VFIO_GROUP_SET_CONTAINER" -> {
                seen.add(containers);
                seen.add(groups);
            }
            default -> {
                // the handle says it all
            }
        }
        if (template.choosesHandle()) {
            seen.add(firsts);
        }
        return seen;
    }
}
