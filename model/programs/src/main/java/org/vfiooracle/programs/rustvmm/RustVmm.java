// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.rustvmm;

import java.util.List;
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
 * A program that has one container for all of its devices, made by the crate vfio-ioctls in 2026: no other container is
 * tried, the type is type1v2, and a group has to be viable and nothing else. Source: vfio-ioctls, vfio_device.rs;
 * cloud-hypervisor, device_manager.rs.
 */
public final class RustVmm implements Actions {
    private static final int TYPE1_V2 = 3;
    private static final int DEVICE_INFO = 24;
    private static final long VIABLE = 1;
    private static final long LOW = 3L << 30;
    private static final long HIGH = 4L << 30;
    private static final long STEP = 128L << 20;

    private static final String CRATE = "rust-vmm 96c82d1 (2026), vfio-ioctls/src/vfio_device.rs";
    private static final String MANAGER = "cloud-hypervisor ae44c29 (2026), vmm/src/device_manager.rs: ";
    private static final String ADD = MANAGER + "add_vfio_device";
    private static final String GROW = MANAGER + "update_memory";
    private static final Rule NO_CONTAINER = Rule.read(
            "rustvmm.container.open",
            CRATE,
            "rust-vmm needs to open a container that has API version 0 and supports type1v2");
    private static final Rule GROUP_OPEN =
            Rule.read("rustvmm.group.open", CRATE, "rust-vmm fails to use a group whose /dev/vfio/N it cannot open");
    private static final Rule NOT_VIABLE = Rule.read(
            "rustvmm.group.exactly-viable",
            CRATE,
            "rust-vmm uses a group only if VIABLE is the only flag that GET_STATUS reports");
    private static final Rule NOT_TAKEN = Rule.read(
            "rustvmm.attach.not-taken",
            CRATE,
            "rust-vmm fails if its container refuses a group; it tries no other container");
    private static final Rule NO_TYPE =
            Rule.read("rustvmm.container.type", CRATE, "rust-vmm fails unless it can set type1v2");
    private static final Rule SAME_GROUP =
            Rule.read("rustvmm.attach.same-group", CRATE, "rust-vmm reuses a group that it has already opened");
    private static final Rule JOINED =
            Rule.read("rustvmm.attach.joined", CRATE, "rust-vmm adds a further group to its container");
    private static final Rule FIRST = Rule.read(
            "rustvmm.attach.first",
            CRATE,
            "rust-vmm adds the first group to its container and then sets the IOMMU type");
    private static final Rule NO_DEVICE =
            Rule.read("rustvmm.device.open", CRATE, "rust-vmm fails to use a device that it cannot open");
    private static final Rule NOT_MAPPED =
            Rule.read("rustvmm.container.memory", ADD, "rust-vmm fails unless it can map memory in its container");
    private static final Rule MAPPED =
            Rule.read("rustvmm.memory.mapped", GROW, "rust-vmm maps hot-plugged memory in its container");
    private static final Rule NOTHING_TO_MAP = Rule.read(
            "rustvmm.memory.no-container",
            GROW,
            "Without a container, rust-vmm leaves memory to be mapped when the first device is attached");
    private static final Rule LEFT = Rule.read(
            "rustvmm.detach.left",
            CRATE,
            "rust-vmm closes the device, and removes a group from the container after its last device");
    private static final Rule CLOSED = Rule.read(
            "rustvmm.detach.last", MANAGER + "cleanup_vfio_ops", "rust-vmm closes its container after the last device");

    private static final ProgramDeviation FAILED_FIRST = new ProgramDeviation(
            "cloudhypervisor.failed-first-device",
            "If the first device cannot be attached, later devices get a container in which no memory is mapped",
            "2026",
            "device_manager.rs: add_vfio_device keeps the container before it has the device; read, not reported");
    private static final ProgramDeviation CONTAINER_PER_DEVICE = new ProgramDeviation(
            "cloudhypervisor.container-per-device",
            "Every device gets a container of its own, so a second device of the same group cannot be used",
            "before 2021",
            "cloud-hypervisor, pull request 3123");

    private final String id;
    private final boolean keepsUnmapped;
    private final boolean perDevice;

    private RustVmm(String id, List<ProgramDeviation> bugs) {
        this.id = id;
        this.keepsUnmapped = bugs.contains(FAILED_FIRST);
        this.perDevice = bugs.contains(CONTAINER_PER_DEVICE);
    }

    /** What cloud-hypervisor does or did wrong. */
    public static List<ProgramDeviation> bugs() {
        return List.of(FAILED_FIRST, CONTAINER_PER_DEVICE);
    }

    /** Returns a program that uses the crate and does nothing wrong. */
    public static Strategy rustVmm() {
        return new DeviceProgram("rust-vmm", bugs(), List.of(), bugs -> new RustVmm("rust-vmm", bugs));
    }

    /** Returns cloud-hypervisor. */
    public static Strategy cloudHypervisor() {
        return new DeviceProgram(
                "cloud-hypervisor", bugs(), List.of(FAILED_FIRST), bugs -> new RustVmm("cloud-hypervisor", bugs));
    }

    @Override
    public String description() {
        return "it uses one container and tries no other; it supports only type1v2, and only groups whose only flag is VIABLE";
    }

    @Override
    public Holdings begin(Talk talk, Buffer ram, List<String> devices) {
        if (ram.size() > LOW) {
            throw new NotModelled(id + " with so much memory that it does not fit below the devices");
        }
        return Holdings.NONE.with(Piece.of(ram, 0, talk.pageShift()));
    }

    @Override
    public Done attach(Talk talk, Holdings holdings, String device) {
        boolean fresh = holdings.containers().isEmpty() || perDevice;
        Holdings with = fresh ? contained(talk, holdings) : holdings;
        String container = with.containers().get(with.containers().size() - 1);
        Done grouped = grouped(talk, with, fresh ? kept(holdings, with) : with, Holdings.groupOf(device), container);
        Holdings next = talk.openDevice(grouped.next(), device, DEVICE_INFO, NO_DEVICE);
        if (fresh && !next.memory().stream().allMatch(piece -> talk.succeeds(piece.map(container)))) {
            throw notMapped(talk, next, device, container);
        }
        return new Done(next, grouped.rule());
    }

    /** The device is let go again, and with it its group. */
    private Stopped notMapped(Talk talk, Holdings holdings, String device, String container) {
        Holdings left =
                without(talk, holdings, holdings.device(device).orElseThrow()).next();
        if (keepsUnmapped) {
            return new Stopped(left, NOT_MAPPED);
        }
        talk.close(container);
        return new Stopped(left.withoutContainer(container), NOT_MAPPED);
    }

    /** What is left of a new container when its first device cannot be had. */
    private Holdings kept(Holdings before, Holdings with) {
        return keepsUnmapped ? with : before;
    }

    private static Holdings contained(Talk talk, Holdings holdings) {
        String fd = talk.openContainer(holdings, NO_CONTAINER);
        boolean fits = talk.ask(new Operation.GetApiVersion(fd)).answer().equals(Answer.OK) && talk.knows(fd, TYPE1_V2);
        if (!fits) {
            talk.close(fd);
            throw new Stopped(holdings, NO_CONTAINER);
        }
        return holdings.container(fd);
    }

    private Done grouped(Talk talk, Holdings holdings, Holdings left, String alias, String container) {
        boolean known = holdings.group(alias)
                .filter(group -> group.container().equals(container))
                .isPresent();
        if (known) {
            return new Done(holdings, SAME_GROUP);
        }
        String fd = openGroup(talk, left, alias, container);
        if (talk.status(fd) != VIABLE) {
            throw refused(talk, left, fd, container, NOT_VIABLE);
        }
        if (!talk.succeeds(new Operation.SetContainer(fd, container))) {
            throw refused(talk, left, fd, container, NOT_TAKEN);
        }
        boolean first = !holdings.fills(container);
        if (first && !talk.succeeds(new Operation.SetIommu(container, TYPE1_V2))) {
            talk.ask(new Operation.UnsetContainer(fd));
            throw refused(talk, left, fd, container, NO_TYPE);
        }
        return new Done(holdings.group(alias, fd, container), first ? FIRST : JOINED);
    }

    private static String openGroup(Talk talk, Holdings left, String alias, String container) {
        try {
            return talk.openGroup(alias, left, GROUP_OPEN);
        } catch (Stopped e) {
            if (!left.containers().contains(container)) {
                talk.close(container);
            }
            throw e;
        }
    }

    private static Stopped refused(Talk talk, Holdings left, String group, String container, Rule rule) {
        talk.close(group);
        if (!left.containers().contains(container)) {
            talk.close(container);
        }
        return new Stopped(left, rule);
    }

    @Override
    public Done detach(Talk talk, Holdings holdings, Holdings.Held device) {
        String container = holdings.group(device.group()).orElseThrow().container();
        Done left = without(talk, holdings, device);
        if (left.next().fills(container)) {
            return left;
        }
        talk.close(container);
        return new Done(left.next().withoutContainer(container), CLOSED);
    }

    private static Done without(Talk talk, Holdings holdings, Holdings.Held device) {
        talk.close(device.fd());
        Holdings next = holdings.withoutDevice(device.alias());
        if (next.uses(device.group())) {
            return new Done(next, LEFT);
        }
        Holdings.Held group = holdings.group(device.group()).orElseThrow();
        talk.ask(new Operation.UnsetContainer(group.fd()));
        talk.close(group.fd());
        return new Done(next.withoutGroup(group.alias()), LEFT);
    }

    @Override
    public Done grow(Talk talk, Holdings holdings, Buffer ram) {
        long end = holdings.memory().get(holdings.memory().size() - 1).end();
        Piece piece = Piece.of(ram, end <= LOW ? HIGH : (end + STEP - 1) & -STEP, talk.pageShift());
        talk.mapInAll(piece, holdings, NOT_MAPPED);
        return new Done(holdings.with(piece), holdings.containers().isEmpty() ? NOTHING_TO_MAP : MAPPED);
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
                FIRST,
                NO_DEVICE,
                NOT_MAPPED,
                MAPPED,
                NOTHING_TO_MAP,
                LEFT,
                CLOSED);
    }
}
