// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.libvfn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.OutField;
import org.vfiooracle.engine.operation.Outcome;
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
 * A program on libvfn that maps its memory in every container it gets, and closes the descriptor of a device itself where
 * libvfn cannot. Since May 2026 a group has a container of its own; before, all groups shared one. A year stands for: 2023
 * what 4.0.0 and those before it do, 2024 its end, 2026 its July. Source: libvfn, src/iommu/vfio.c at ec0580d and before it.
 */
public final class Libvfn implements Actions {
    private static final int TYPE1 = 1;
    private static final int INFO = 24;
    private static final int DEVICE_INFO = 24;
    private static final long VIABLE = 1;

    /** What libvfn keeps for short-lived mappings, from the first usable address on. */
    private static final long RESERVED = 0x10000;

    /** The addresses that it takes for usable where the kernel tells of none. */
    private static final long MIN = 0x10000;

    private static final long MAX = (1L << 39) - 1;

    private static final String SOURCE = "libvfn 5.0.0, 3fb1ff2 (2024) and 964dc38 (2026), src/iommu/vfio.c";
    private static final Rule NO_CONTAINER = Rule.read(
            "libvfn.container.open",
            SOURCE,
            "libvfn needs to open a container that has API version 0 and supports Type1");
    private static final Rule GROUP_OPEN =
            Rule.read("libvfn.group.open", SOURCE, "libvfn fails to use a group whose /dev/vfio/N it cannot open");
    private static final Rule NOT_VIABLE = Rule.read("libvfn.group.viable", SOURCE, "libvfn uses only viable groups");
    private static final Rule NOT_TAKEN = Rule.read(
            "libvfn.attach.not-taken",
            SOURCE,
            "libvfn fails if the container refuses the group; it tries no other container");
    private static final Rule NO_TYPE = Rule.read(
            "libvfn.container.type", SOURCE, "libvfn fails unless it can set Type1 and query its information");
    private static final Rule SAME_GROUP =
            Rule.read("libvfn.attach.same-group", SOURCE, "libvfn reuses a group that it has already opened");
    private static final Rule JOINED =
            Rule.read("libvfn.attach.joined", SOURCE, "Up to May 2026, libvfn adds every group to one container");
    private static final Rule OWN_CONTAINER =
            Rule.read("libvfn.attach.own-container", SOURCE, "libvfn opens a container for each group");
    private static final Rule NO_DEVICE =
            Rule.read("libvfn.device.open", SOURCE, "libvfn fails to use a device that it cannot open");
    private static final Rule NOT_MAPPED = Rule.inferred(
            "libvfn.memory.not-mapped",
            SOURCE,
            "libvfn fails unless memory can be mapped in the address ranges that the container reports");
    private static final Rule MAPPED = Rule.inferred(
            "libvfn.memory.mapped", SOURCE, "libvfn maps memory in every container, at the next free bus address");
    private static final Rule KEPT = Rule.read(
            "libvfn.detach.kept",
            SOURCE,
            "libvfn closes only the device, and keeps its group and the container open for the next device");
    private static final Rule LEFT = Rule.read(
            "libvfn.detach.left",
            SOURCE,
            "libvfn closes the device, a group after its last device, and a container after its last group, and unmaps nothing");

    private static final ProgramDeviation TYPE_AGAIN = new ProgramDeviation(
            "libvfn.sets-type-again",
            "libvfn sets the IOMMU type again for every group, which the kernel refuses for the second group",
            "before April 2024",
            "libvfn 4f6fed3, in 4.0.1");
    private static final ProgramDeviation ONE_CONTAINER = new ProgramDeviation(
            "libvfn.one-container",
            "libvfn has only one container, so a group that it refuses cannot be used",
            "before May 2026",
            "libvfn ec0580d, pull request 61");
    private static final ProgramDeviation KEEPS_GROUP = new ProgramDeviation(
            "libvfn.keeps-group",
            "libvfn never closes a group or its container, so no other process can use a group whose devices are gone",
            "before July 2024",
            "libvfn 58a5b44 for the group, 3fb1ff2 of August 2024 for the container; neither is in 5.1.0");
    private static final ProgramDeviation OPENS_GROUP_AGAIN = new ProgramDeviation(
            "libvfn.opens-group-again",
            "libvfn opens the node of a group for each device, so a second device of the group cannot be used",
            "July 2024 to April 2025",
            "libvfn fd4ef71 to cef9f6d; not in 5.1.0");
    private static final ProgramDeviation ADDRESSES_GO_ON = new ProgramDeviation(
            "libvfn.addresses-go-on",
            "libvfn never reuses the bus addresses of a closed container, so memory moves up each time",
            "August 2024 to January 2026",
            "libvfn 3fb1ff2 to f3bb8b5; not in 5.1.0");

    private final boolean typeAgain;
    private final boolean oneContainer;
    private final boolean keepsGroup;
    private final boolean opensGroupAgain;
    private final boolean addressesGoOn;

    private Libvfn(List<ProgramDeviation> bugs) {
        this.typeAgain = bugs.contains(TYPE_AGAIN);
        this.oneContainer = bugs.contains(ONE_CONTAINER);
        this.keepsGroup = bugs.contains(KEEPS_GROUP);
        this.opensGroupAgain = bugs.contains(OPENS_GROUP_AGAIN);
        this.addressesGoOn = bugs.contains(ADDRESSES_GO_ON);
    }

    /** What it did wrong. */
    public static List<ProgramDeviation> bugs() {
        return List.of(TYPE_AGAIN, ONE_CONTAINER, KEEPS_GROUP, OPENS_GROUP_AGAIN, ADDRESSES_GO_ON);
    }

    /** Returns a program on libvfn of a year, if that year is modelled: {@code 2023}, {@code 2024}, {@code 2026}. */
    public static Optional<Strategy> of(String year) {
        Map<String, List<ProgramDeviation>> years = Map.of(
                "2023",
                List.of(TYPE_AGAIN, ONE_CONTAINER, KEEPS_GROUP),
                "2024",
                List.of(ONE_CONTAINER, OPENS_GROUP_AGAIN, ADDRESSES_GO_ON),
                "2026",
                List.of());
        return Optional.ofNullable(years.get(year))
                .map(bugs -> new DeviceProgram("libvfn-" + year, bugs(), bugs, Libvfn::new));
    }

    @Override
    public String description() {
        return oneContainer
                ? "it uses one container for all groups and tries no other; it supports only Type1"
                : "it uses a container for each group; it supports only Type1";
    }

    @Override
    public Holdings begin(Talk talk, Buffer ram, List<String> devices) {
        return Holdings.NONE.with(Piece.of(ram, 0, talk.pageShift()));
    }

    @Override
    public Done attach(Talk talk, Holdings holdings, String device) {
        String alias = Holdings.groupOf(device);
        demandNames(holdings);
        if (holdings.group(alias).isPresent()) {
            if (opensGroupAgain) {
                talk.openGroup(alias, nameless(holdings, alias), GROUP_OPEN);
                throw new NotModelled("libvfn that can open the node of a group twice");
            }
            return new Done(talk.openDevice(holdings, device, DEVICE_INFO, NO_DEVICE), SAME_GROUP);
        }
        Holdings with = oneContainer && !holdings.containers().isEmpty() ? holdings : contained(talk, holdings);
        String container = with.containers().get(with.containers().size() - 1);
        boolean first = !with.fills(container);
        String group = talk.openGroup(alias, with, GROUP_OPEN);
        if ((talk.status(group) & VIABLE) == 0) {
            talk.close(group);
            throw new Stopped(with, NOT_VIABLE);
        }
        if (!talk.succeeds(new Operation.SetContainer(group, container))) {
            talk.close(group);
            throw new Stopped(with, NOT_TAKEN);
        }
        Room room = Room.NONE;
        if (first || typeAgain) {
            room = typed(talk, with, group, container);
        }
        Holdings next = talk.openDevice(with.group(alias, group, container), device, DEVICE_INFO, NO_DEVICE);
        return new Done(
                first ? mapped(talk, next, container, room) : next, oneContainer && !first ? JOINED : OWN_CONTAINER);
    }

    /** The group after libvfn failed to open it again: its descriptor is lost, and its name was freed. */
    private static Holdings nameless(Holdings holdings, String alias) {
        String container = holdings.group(alias).orElseThrow().container();
        return holdings.withoutGroup(alias).group(alias, "", container);
    }

    private static void demandNames(Holdings holdings) {
        if (holdings.groups().stream().anyMatch(group -> group.fd().isEmpty())) {
            throw new NotModelled("libvfn after a group that it could not open again: it compares with a freed name");
        }
    }

    private static Holdings contained(Talk talk, Holdings holdings) {
        String fd = talk.openContainer(holdings, NO_CONTAINER);
        if (!talk.ask(new Operation.GetApiVersion(fd)).answer().equals(Answer.OK) || !talk.knows(fd, TYPE1)) {
            throw new Stopped(holdings, NO_CONTAINER);
        }
        return holdings.container(fd);
    }

    /** The first range of bus addresses that a container has. */
    private record Room(long start, long last) {
        static final Room NONE = new Room(MIN, MAX);

        static Room of(Map<OutField, Long> info) {
            return info.containsKey(OutField.IOVA_0_START)
                    ? new Room(info.get(OutField.IOVA_0_START), info.getOrDefault(OutField.IOVA_0_END, MAX))
                    : NONE;
        }
    }

    private static Room typed(Talk talk, Holdings holdings, String group, String container) {
        if (!talk.succeeds(new Operation.SetIommu(container, TYPE1))) {
            throw unset(talk, holdings, group);
        }
        Outcome info = talk.ask(new Operation.IommuGetInfo(container, INFO));
        long needed = info.out().getOrDefault(OutField.ARGSZ, 0L);
        if (info.answer().succeeded() && needed > INFO) {
            info = talk.ask(new Operation.IommuGetInfo(container, (int) needed));
        }
        if (!info.answer().succeeded()) {
            throw unset(talk, holdings, group);
        }
        return Room.of(info.out());
    }

    private static Stopped unset(Talk talk, Holdings holdings, String group) {
        talk.ask(new Operation.UnsetContainer(group));
        talk.close(group);
        return new Stopped(holdings, NO_TYPE);
    }

    private static Holdings mapped(Talk talk, Holdings holdings, String container, Room room) {
        Holdings next = holdings;
        if (room.start() != 0) {
            throw new NotModelled("libvfn where bus address 0 cannot be used");
        }
        long at = holdings.window() + RESERVED;
        for (Piece piece : holdings.memory()) {
            if (at + piece.size() - 1 > room.last()) {
                throw new NotModelled("libvfn with memory that does not fit the first range of bus addresses");
            }
            if (!talk.succeeds(moved(piece, at).map(container))) {
                throw new Stopped(next, NOT_MAPPED);
            }
            at += piece.size();
        }
        return next;
    }

    private static Piece moved(Piece piece, long at) {
        return new Piece(at, piece.size(), piece.vaddr(), piece.pageShift());
    }

    @Override
    public Done detach(Talk talk, Holdings holdings, Holdings.Held device) {
        demandNames(holdings);
        talk.close(device.fd());
        Holdings next = holdings.withoutDevice(device.alias());
        if (keepsGroup) {
            return new Done(next, KEPT);
        }
        if (next.uses(device.group())) {
            return new Done(next, LEFT);
        }
        Holdings.Held group = holdings.group(device.group()).orElseThrow();
        talk.close(group.fd());
        next = next.withoutGroup(group.alias());
        if (!next.fills(group.container())) {
            talk.close(group.container());
            next = next.withoutContainer(group.container());
            next = addressesGoOn ? next.window(free(next)) : next;
        }
        return new Done(next, LEFT);
    }

    /** The bus address behind all memory. */
    private static long free(Holdings holdings) {
        return holdings.window()
                + RESERVED
                + holdings.memory().stream().mapToLong(Piece::size).sum();
    }

    @Override
    public Done grow(Talk talk, Holdings holdings, Buffer ram) {
        Piece piece = Piece.of(ram, free(holdings), talk.pageShift());
        talk.mapInAll(piece, holdings, NOT_MAPPED);
        return new Done(holdings.with(piece), MAPPED);
    }

    @Override
    public List<Rule> rules() {
        return List.of(
                NO_CONTAINER,
                GROUP_OPEN,
                NOT_VIABLE,
                NOT_TAKEN,
                NO_TYPE,
                SAME_GROUP,
                JOINED,
                OWN_CONTAINER,
                NO_DEVICE,
                NOT_MAPPED,
                MAPPED,
                KEPT,
                LEFT);
    }
}
