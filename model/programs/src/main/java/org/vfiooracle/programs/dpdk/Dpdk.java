// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.dpdk;

import java.util.List;
import java.util.Optional;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.procedure.NotModelled;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.state.Buffer;
import org.vfiooracle.programs.driver.Actions;
import org.vfiooracle.programs.driver.DeviceProgram;
import org.vfiooracle.programs.driver.Holdings;
import org.vfiooracle.programs.driver.Piece;
import org.vfiooracle.programs.driver.Stopped;
import org.vfiooracle.programs.driver.Talk;
import org.vfiooracle.programs.vmm.ProgramDeviation;
import org.vfiooracle.programs.vmm.Strategy;

/**
 * DPDK of one version, as the only process: all groups go into one container, without another one to fall back on, and the
 * IOMMU type is found by trying. Its memory is in huge pages, and is taken to have the bus addresses from 0 on, in the order
 * of the names of the buffers, and to be all memory of the machine. Where it really lies, and on a host or in a PowerVM
 * partition since IOVA = VA where its user addresses lie, decides how large the SPAPR window is, with how many levels, and
 * what its table costs. Without a container, or a device, it goes on. Source: DPDK, eal_vfio.c, read in 17.05 and 26.07;
 * pci.c: pci_device_iommu_support_va.
 */
public final class Dpdk implements Actions {
    private static final int TYPE1 = 1;
    private static final int SPAPR_V2 = 7;
    private static final int NO_IOMMU = 8;
    private static final List<Integer> TYPES = List.of(TYPE1, SPAPR_V2, NO_IOMMU);
    private static final long VIABLE = 1;
    private static final long CONTAINER_SET = 2;

    private final DpdkEra era;

    private Dpdk(DpdkEra era) {
        this.era = era;
    }

    /** What it does or did wrong. */
    public static List<ProgramDeviation> bugs() {
        return DpdkBug.all();
    }

    /** Returns DPDK of a version: {@code 17.05}. The first with sPAPR; 18.05 has not been read. */
    public static Optional<Strategy> of(String text) {
        return DpdkVersion.parse(text)
                .filter(version -> version.since(17, 5) && !version.equals(new DpdkVersion(18, 5)))
                .map(version -> new DeviceProgram(
                        "dpdk-" + version, bugs(), DpdkBug.of(version), bugs -> new Dpdk(DpdkEra.of(version, bugs))));
    }

    /** Returns what DPDK of the newest version does. */
    public static Actions newest(List<ProgramDeviation> deviations) {
        return new Dpdk(DpdkEra.of(new DpdkVersion(26, 7), deviations));
    }

    @Override
    public String description() {
        return "it uses one container and tries no other; it tries the IOMMU types in order; with sPAPR v2 it creates "
                + era.window();
    }

    @Override
    public boolean hugePages() {
        return true;
    }

    @Override
    public boolean needsAll() {
        return false;
    }

    @Override
    public Holdings begin(Talk talk, Buffer ram, List<String> devices) {
        if (ram.backing() == Buffer.Backing.PAGE) {
            throw new NotModelled("DPDK without huge pages");
        }
        return withContainer(talk, Holdings.NONE.with(talk.placed(ram)));
    }

    /** With the container, if there can be one. */
    private static Holdings withContainer(Talk talk, Holdings holdings) {
        String fd = talk.kernel().next("C");
        if (!talk.succeeds(new Operation.OpenContainer(fd))) {
            return holdings;
        }
        boolean speaks = talk.ask(new Operation.GetApiVersion(fd)).answer().equals(Answer.OK);
        if (!speaks || TYPES.stream().filter(type -> talk.knows(fd, type)).count() == 0) {
            talk.close(fd);
            return holdings;
        }
        return holdings.container(fd);
    }

    @Override
    public Done attach(Talk talk, Holdings before, String device) {
        boolean again = era.triesAgain() && before.containers().isEmpty();
        Holdings holdings = again ? withContainer(talk, before) : before;
        if (holdings.containers().isEmpty()) {
            throw new Stopped(holdings, DpdkRules.NO_CONTAINER);
        }
        String alias = Holdings.groupOf(device);
        String container = holdings.containers().get(0);
        Optional<Holdings.Held> known = holdings.group(alias);
        String fd = known.map(Holdings.Held::fd).orElseGet(() -> talk.openGroup(alias, holdings, DpdkRules.GROUP_OPEN));
        Holdings without = holdings.withoutGroup(alias);
        long flags = talk.status(fd);
        if ((flags & VIABLE) == 0) {
            throw closed(talk, without, fd, DpdkRules.NOT_VIABLE);
        }
        boolean in = (flags & CONTAINER_SET) != 0;
        if (!in && !talk.succeeds(new Operation.SetContainer(fd, container))) {
            throw closed(talk, without, fd, DpdkRules.NOT_TAKEN);
        }
        boolean first = without.groups().isEmpty() && !in;
        Holdings with = known.isPresent() ? holdings : holdings.group(alias, fd, container);
        if (first || era.has(DpdkBug.TYPE_AGAIN)) {
            with = typed(talk, with, fd, alias, first);
        }
        Holdings next = opened(talk, with, device, alias);
        return new Done(next, first ? DpdkRules.FIRST : in ? DpdkRules.SAME_GROUP : DpdkRules.JOINED);
    }

    private static Stopped closed(Talk talk, Holdings without, String group, Rule rule) {
        talk.close(group);
        return new Stopped(without, rule);
    }

    /** Sets the first type that can be set, and maps memory. */
    private Holdings typed(Talk talk, Holdings holdings, String group, String alias, boolean first) {
        String container = holdings.containers().get(0);
        int type = TYPES.stream()
                .filter(one -> talk.succeeds(new Operation.SetIommu(container, one)))
                .findFirst()
                .orElseThrow(() -> closed(talk, holdings.withoutGroup(alias), group, DpdkRules.NO_TYPE));
        Holdings with = holdings.type(type);
        if (!first) {
            return with;
        }
        if (type == SPAPR_V2) {
            SpaprMemory memory = new SpaprMemory(era, talk);
            memory.setUp(with, container).ifPresent(refused -> {
                throw closed(talk, with.withoutGroup(alias), group, refused);
            });
            return with.window(memory.length(with.memory()));
        }
        for (Piece piece : with.memory()) {
            List<Piece> parts = era.parts(piece);
            if (type == TYPE1 && !parts.stream().allMatch(part -> talk.succeeds(part.map(container)))) {
                throw closed(talk, with.withoutGroup(alias), group, DpdkRules.NOT_MAPPED);
            }
        }
        return with;
    }

    /** When a device cannot be opened its group is closed, whoever else uses it. */
    private Holdings opened(Talk talk, Holdings holdings, String device, String alias) {
        try {
            return talk.openDevice(holdings, device, era.deviceInfo(), DpdkRules.NO_DEVICE);
        } catch (Stopped e) {
            String fd = holdings.group(alias).orElseThrow().fd();
            throw closed(talk, holdings.withoutGroup(alias), fd, e.rule());
        }
    }

    @Override
    public Done detach(Talk talk, Holdings holdings, Holdings.Held device) {
        talk.close(device.fd());
        Holdings next = holdings.withoutDevice(device.alias());
        if (!next.uses(device.group())) {
            talk.close(holdings.group(device.group()).orElseThrow().fd());
            next = next.withoutGroup(device.group());
        }
        return new Done(next, DpdkRules.LEFT);
    }

    @Override
    public Done grow(Talk talk, Holdings holdings, Buffer ram) {
        if (!era.memoryGrows()) {
            throw new Stopped(holdings, DpdkRules.FIXED);
        }
        Piece piece = talk.placed(ram);
        Holdings with = holdings.with(piece);
        if (holdings.groups().isEmpty()) {
            return new Done(with, DpdkRules.NOBODY);
        }
        String container = holdings.containers().get(0);
        if (holdings.type() == SPAPR_V2) {
            return new Done(with.window(new SpaprMemory(era, talk).grown(holdings, container, piece)), DpdkRules.GREW);
        }
        if (holdings.type() == TYPE1) {
            era.parts(piece).forEach(part -> talk.ask(part.map(container)));
        }
        return new Done(with, DpdkRules.GREW);
    }

    @Override
    public List<Rule> rules() {
        return DpdkRules.ALL;
    }
}
