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
    private static final Rule GROUP_OPEN =
            Rule.read("openvmm.group.open", "openvmm, openvmm_entry/src/lib.rs", "The node of a group can be opened");
    private static final Rule NOT_VIABLE = Rule.read("openvmm.group.viable", MANAGER, "A group is viable");
    private static final Rule SAME_GROUP =
            Rule.read("openvmm.attach.same-group", MANAGER, "A group that is open is used again");
    private static final Rule JOINED =
            Rule.read("openvmm.attach.joined", MANAGER, "Containers are tried, oldest first; one took the group");
    private static final Rule NEW_CONTAINER = Rule.read(
            "openvmm.attach.new-container", MANAGER, "Every container answered EINVAL to the group; a new one took it");
    private static final Rule OTHER_ERRNO = Rule.read(
            "openvmm.attach.other-errno",
            MANAGER,
            "A container that answers the group another errno than EINVAL is the end");
    private static final Rule NO_CONTAINER =
            Rule.read("openvmm.container.open", MANAGER, "A new container takes the group, and type1v2 is set");
    private static final Rule NOT_MAPPED =
            Rule.read("openvmm.container.memory", MANAGER, "The memory of the guest can be mapped in a new container");
    private static final Rule NO_DEVICE =
            Rule.read("openvmm.device.open", "openvmm, vfio_assigned_device/src/lib.rs", "A device can be opened");
    private static final Rule LEFT = Rule.read(
            "openvmm.detach.left",
            MANAGER,
            "A device is closed, and a group with its last one; its container stays as it is");

    private static final ProgramDeviation GROUP_PER_DEVICE = new ProgramDeviation(
            "openvmm.group-opened-per-device",
            "The node of a group is opened for each of its devices, so a second one cannot be had",
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
        return "oldest container first; only EINVAL means the next one, and then a new one; type1v2 only";
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
