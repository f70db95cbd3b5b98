// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.oracle;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Item;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.kernel.container.Requests;

/** Every rule of the model, by id. */
public final class Rules {
    /** Why two groups cannot be on the same PHB of some old hardware: it makes one group of all that is on a PHB. */
    public static final Rule GROUP_PER_PHB = Rule.read(
            "topology.group-per-phb",
            "pci-p5ioc2.c of powernv, Linux 4.2",
            "All devices of this PHB share one TCE table, so they form one IOMMU group");

    /** Why scenarios of a bridge's tables do not run in a partition. */
    public static final Rule KERNEL_TABLES = Rule.read(
            "topology.kernel-tables",
            "iommu.c of pseries, Linux 6.12",
            "In a partition the hypervisor, not the kernel, creates the TCE tables of DMA windows");

    /** Why scenarios of a partition do not run on a bridge. */
    public static final Rule BRIDGE = Rule.read(
            "topology.bridge",
            "pci-ioda.c of powernv, Linux 6.12",
            "On bare metal the kernel creates the TCE tables of DMA windows");

    /** Why programs are not tried everywhere. */
    public static final Rule REPRESENTED = Rule.inferred(
            "program.platform.represented",
            "docs/explanation/adr/0031: a choice of this corpus; docs/reference/programs is computed for all platforms",
            "A program is run only on one of the platforms whose kernels answer it alike");

    private Rules() {}

    /** Collected when somebody first asks for one by its id. */
    private static final class ById {
        static final SortedMap<String, Rule> ALL = collect();
    }

    /** Returns the rule of this id. */
    public static Optional<Rule> find(String id) {
        return Optional.ofNullable(ById.ALL.get(id));
    }

    /** All rules in order of id. */
    public static Collection<Rule> all() {
        return ById.ALL.values();
    }

    private static SortedMap<String, Rule> collect() {
        SortedMap<String, Rule> rules = new TreeMap<>();
        put(rules, GROUP_PER_PHB);
        put(rules, KERNEL_TABLES);
        put(rules, BRIDGE);
        put(rules, REPRESENTED);
        Strategies.rules().forEach(rule -> put(rules, rule));
        for (Procedure<?> procedure : Requests.catalogue().all()) {
            put(rules, procedure.granted());
            for (Item<?> item : procedure.items()) {
                if (item instanceof Check<?> check) {
                    put(rules, check.rule());
                } else {
                    ((Step<?>) item).reasons().forEach(rule -> put(rules, rule));
                }
            }
        }
        return Collections.unmodifiableSortedMap(rules);
    }

    @SuppressWarnings("ReferenceEquality") // most are the same rule in several lists, which needs no comparison
    private static void put(SortedMap<String, Rule> rules, Rule rule) {
        Rule before = rules.putIfAbsent(rule.id(), rule);
        if (before != null && before != rule && !before.equals(rule)) {
            throw new IllegalStateException("two rules have the id " + rule.id());
        }
    }
}
