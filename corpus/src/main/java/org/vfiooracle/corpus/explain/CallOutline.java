// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.procedure.Catalogue;
import org.vfiooracle.engine.procedure.Check;
import org.vfiooracle.engine.procedure.Deviation;
import org.vfiooracle.engine.procedure.Item;
import org.vfiooracle.engine.procedure.Procedure;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Step;
import org.vfiooracle.kernel.descriptor.AskedFirst;
import org.vfiooracle.kernel.spapr.PartitionWindows;
import org.vfiooracle.kernel.spapr.Windows;
import org.vfiooracle.oracle.Machine;

/** Takes a call apart: its checks and steps on one platform in the order in which they are taken, which decides who wins. */
public final class CallOutline {
    /** What the procedures and rules of the Type1 driver begin with; where it answers a call otherwise, the call follows. */
    private static final String TYPE1 = "type1.";

    private final Machine machine;

    /** Takes the calls of {@code machine} apart. */
    public CallOutline(Machine machine) {
        this.machine = machine;
    }

    /** The names of the calls, in order. */
    public List<String> calls() {
        return machine.catalogue().all().stream()
                .filter(procedure ->
                        Operation.class.isAssignableFrom(procedure.name().argument()))
                .map(procedure -> procedure.name().text())
                .filter(name -> !name.startsWith(TYPE1))
                .toList();
    }

    /**
     * Returns the entries of a call; those of a procedure that a step performs follow the step, one deeper.
     *
     * @param call one of {@link #calls()}
     */
    public List<CallEntry> of(String call) {
        return entries(machine.catalogue(), call);
    }

    /**
     * Returns {@link #of} without what is only asked of a request that is made on a descriptor of another kind.
     *
     * @param call one of {@link #calls()}
     */
    public List<CallEntry> asMeant(String call) {
        List<CallEntry> all = of(call);
        int kind = IntStream.range(0, all.size())
                .filter(i -> all.get(i).text().equals(AskedFirst.WRONG_KIND))
                .findFirst()
                .orElse(0);
        return IntStream.range(0, all.size())
                .filter(i -> i >= kind || all.get(i).text().equals(AskedFirst.BAD_DESCRIPTOR.id()))
                .mapToObj(all::get)
                .toList();
    }

    /** Returns the deviations of this platform that change what {@link #of} returns for a call. */
    public List<Deviation> deviations(String call) {
        List<Item<?>> actual = items(of(call));
        return machine.deviations().stream()
                .filter(deviation ->
                        !items(entries(without(deviation).catalogue(), call)).equals(actual))
                .toList();
    }

    private Machine without(Deviation deviation) {
        List<Deviation> others = new ArrayList<>(machine.deviations());
        others.remove(deviation);
        return Machine.with(machine.profile(), others, machine.programs());
    }

    private static List<Item<?>> items(List<CallEntry> entries) {
        List<Item<?>> items = new ArrayList<>();
        entries.forEach(entry -> entry.item().ifPresent(items::add));
        return items;
    }

    private List<CallEntry> entries(Catalogue catalogue, String call) {
        Procedure<?> found = procedure(catalogue, TYPE1 + call)
                .filter(ofType1 -> isType1())
                .or(() -> procedure(catalogue, call))
                .orElseThrow(() -> new IllegalArgumentException("no call is named " + call));
        List<CallEntry> entries = new ArrayList<>();
        collect(catalogue, found, 0, entries);
        return entries;
    }

    private static Optional<Procedure<?>> procedure(Catalogue catalogue, String name) {
        return catalogue.all().stream()
                .<Procedure<?>>map(procedure -> procedure)
                .filter(procedure -> procedure.name().text().equals(name))
                .findFirst();
    }

    private void collect(Catalogue catalogue, Procedure<?> procedure, int depth, List<CallEntry> into) {
        for (Item<?> item : procedure.items()) {
            if (ofOtherDriver(item.id())) {
                continue;
            }
            if (item instanceof Check<?> check) {
                into.add(new CallEntry(
                        depth,
                        CallEntry.Kind.CHECK,
                        check.id(),
                        Optional.of(check.rule()),
                        Optional.of(check.answer()),
                        Optional.of(item)));
            } else {
                Step<?> step = (Step<?>) item;
                into.add(new CallEntry(
                        depth, CallEntry.Kind.STEP, step.id(), Optional.empty(), Optional.empty(), Optional.of(item)));
                step.reasons().forEach(rule -> into.add(reason(depth + 1, CallEntry.Kind.REASON, rule)));
                step.performs().stream()
                        .filter(name -> !ofOtherDriver(name.text()) && !ofOtherTables(name))
                        .forEach(name -> collect(catalogue, catalogue.find(name), depth + 1, into));
            }
        }
        into.add(reason(depth, CallEntry.Kind.GRANTED, procedure.granted()));
    }

    private static CallEntry reason(int depth, CallEntry.Kind kind, Rule rule) {
        return new CallEntry(depth, kind, rule.id(), Optional.of(rule), Optional.empty(), Optional.empty());
    }

    /** Who makes the tables of windows is a fact of the hardware. */
    private boolean ofOtherTables(Procedure.Name<?> name) {
        boolean partition = machine.profile().hardware().tables() == Hardware.Tables.HYPERVISOR;
        return name.equals(partition ? Windows.MAKE_ON_BRIDGE : PartitionWindows.MAKE);
    }

    /** Names of procedures and rules begin with the driver that they are of. */
    private boolean ofOtherDriver(String name) {
        return name.startsWith(isType1() ? "spapr." : TYPE1);
    }

    private boolean isType1() {
        return machine.profile().hardware().iommu() == Hardware.Iommu.TYPE1;
    }
}
