// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.openvmm;

import java.util.List;
import java.util.Optional;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Errno;
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
 * OpenVMM of 2026: containers are tried oldest first, and only EINVAL means that the next one is. Source: its crate
 * vfio_assigned_device, manager.rs; vfio_sys; openvmm_entry.
 */
public final class OpenVmm implements Actions {
    private static final String ID = "openvmm";
    private static final int TYPE1_V2 = 3;
    private static final int DEVICE_INFO = 24;
    private static final long VIABLE = 1;
    private static final long LOW = 3L << 30;

    private static final String MANAGER = "openvmm 1488a37 (2026), vfio_assigned_device/src/manager.rs";
    private static final Rule GROUP_OPEN = Rule.read(
            "openvmm.group.open",
            "openvmm, openvmm_entry/src/lib.rs",
            "OpenVMM fails to use a group whose /dev/vfio/N it cannot open");
    private static final Rule NOT_VIABLE =
            Rule.read("openvmm.group.viable", MANAGER, "OpenVMM uses only viable groups");
    private static final Rule SAME_GROUP =
            Rule.read("openvmm.attach.same-group", MANAGER, "OpenVMM reuses a group that it has already opened");
    private static final Rule JOINED = Rule.read(
            "openvmm.attach.joined",
            MANAGER,
            "OpenVMM tries its containers, oldest first, until one accepts the group");
    private static final Rule NEW_CONTAINER = Rule.read(
            "openvmm.attach.new-container",
            MANAGER,
            "OpenVMM opens a new container when every existing one refuses the group with EINVAL");
    private static final Rule OTHER_ERRNO = Rule.read(
            "openvmm.attach.other-errno",
            MANAGER,
            "OpenVMM gives up when a container refuses the group with an errno other than EINVAL");
    private static final Rule NO_CONTAINER = Rule.read(
            "openvmm.container.open", MANAGER, "OpenVMM needs a new container that accepts the group and type1v2");
    private static final Rule NOT_MAPPED = Rule.read(
            "openvmm.container.memory",
            MANAGER,
            "OpenVMM fails unless it can map the guest's memory in a new container");
    private static final Rule NO_DEVICE = Rule.read(
            "openvmm.device.open",
            "openvmm, vfio_assigned_device/src/lib.rs",
            "OpenVMM fails to use a device that it cannot open");
    private static final Rule LEFT = Rule.read(
            "openvmm.detach.left",
            MANAGER,
            "OpenVMM closes the device, and a group after its last device, and keeps the container unchanged");

    private static final ProgramDeviation GROUP_PER_DEVICE = new ProgramDeviation(
            "openvmm.group-opened-per-device",
            "OpenVMM opens the node of a group for each device, so a second device of the group cannot be used",
            "2026",
            "openvmm_entry/src/lib.rs; the manager would use a group again");

    private final boolean perDevice;

    private OpenVmm(boolean perDevice) {
        this.perDevice = perDevice;
    }

    /** What it does wrong. */
    public static List<ProgramDeviation> bugs() {
        return List.of(GROUP_PER_DEVICE);
    }

    /** Returns OpenVMM. */
    public static Strategy program() {
        return new DeviceProgram(ID, bugs(), bugs(), bugs -> new OpenVmm(bugs.contains(GROUP_PER_DEVICE)));
    }

    @Override
    public String description() {
        return "it tries the containers, oldest first, and then a new one, but only after EINVAL; it supports only type1v2";
    }

    /** The command line is read, and groups are opened for it, before there is a guest. */
    @Override
    public Holdings begin(Talk talk, Buffer ram, List<String> devices) {
        if (ram.size() > LOW) {
            throw new NotModelled("OpenVMM with so much memory that it does not fit below the devices");
        }
        Holdings holdings = Holdings.NONE.with(Piece.of(ram, 0, talk.pageShift()));
        for (String device : devices) {
            holdings = opened(talk, holdings, Holdings.groupOf(device));
        }
        return holdings;
    }

    private Holdings opened(Talk talk, Holdings holdings, String group) {
        if (!perDevice && holdings.group(group).isPresent()) {
            return holdings;
        }
        return holdings.group(group, talk.openGroup(group, holdings, GROUP_OPEN), "");
    }

    @Override
    public Done attach(Talk talk, Holdings holdings, String device) {
        String alias = Holdings.groupOf(device);
        Optional<Holdings.Held> known = holdings.group(alias);
        boolean connected = known.filter(group -> !group.container().isEmpty()).isPresent();
        if (connected && !perDevice) {
            return new Done(talk.openDevice(holdings, device, DEVICE_INFO, NO_DEVICE), SAME_GROUP);
        }
        Holdings with = known.isPresent() && !connected ? holdings : opened(talk, holdings, alias);
        Done done = connected(talk, with, with.group(alias).orElseThrow());
        return new Done(talk.openDevice(done.next(), device, DEVICE_INFO, NO_DEVICE), done.rule());
    }

    private Done connected(Talk talk, Holdings holdings, Holdings.Held group) {
        Holdings without = holdings.withoutGroup(group.alias());
        if ((talk.status(group.fd()) & VIABLE) == 0) {
            talk.close(group.fd());
            throw new Stopped(without, NOT_VIABLE);
        }
        for (String container : holdings.containers()) {
            Answer answer =
                    talk.ask(new Operation.SetContainer(group.fd(), container)).answer();
            if (answer.succeeded()) {
                return new Done(without.group(group.alias(), group.fd(), container), JOINED);
            }
            if (!answer.equals(Answer.of(Errno.EINVAL))) {
                talk.close(group.fd());
                throw new Stopped(without, OTHER_ERRNO);
            }
        }
        String fd = talk.openContainer(without, NO_CONTAINER);
        boolean set = talk.succeeds(new Operation.SetContainer(group.fd(), fd))
                && talk.succeeds(new Operation.SetIommu(fd, TYPE1_V2));
        boolean mapped = set && holdings.memory().stream().allMatch(piece -> talk.succeeds(piece.map(fd)));
        if (!mapped) {
            talk.close(fd);
            talk.close(group.fd());
            throw new Stopped(without, set ? NOT_MAPPED : NO_CONTAINER);
        }
        return new Done(without.container(fd).group(group.alias(), group.fd(), fd), NEW_CONTAINER);
    }

    @Override
    public Done detach(Talk talk, Holdings holdings, Holdings.Held device) {
        Holdings next = holdings.withoutDevice(device.alias());
        Holdings.Held group = holdings.group(device.group()).orElseThrow();
        boolean last = !next.uses(group.alias());
        if (last && !next.withoutGroup(group.alias()).fills(group.container())) {
            throw new NotModelled("OpenVMM that lets go of a group and of its mappings at the same time");
        }
        talk.close(device.fd());
        if (!last) {
            return new Done(next, LEFT);
        }
        talk.close(group.fd());
        return new Done(next.withoutGroup(group.alias()), LEFT);
    }

    @Override
    public Done grow(Talk talk, Holdings holdings, Buffer ram) {
        throw Actions.unknown("memory that is plugged into the guest", ID);
    }

    @Override
    public List<Rule> rules() {
        return List.of(
                GROUP_OPEN,
                NOT_VIABLE,
                SAME_GROUP,
                JOINED,
                NEW_CONTAINER,
                OTHER_ERRNO,
                NO_CONTAINER,
                NOT_MAPPED,
                NO_DEVICE,
                LEFT);
    }
}
