// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.contract.wording.ByteText;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.topology.Group;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.steps.scene.Bound;
import org.vfiooracle.steps.scene.Scene;
import org.vfiooracle.steps.scene.Script;

/** Hosts that are not as usual, or not as a program would like them: each step chooses a topology in which that is so. */
public final class HostSteps {
    private static final String SHARED_HOST = "shared-host";
    private static final String NO_INTERRUPT_REMAPPING = "no-interrupt-remapping";
    private static final String NO_REMAPPING_RULE = "type1.attach.no-interrupt-remapping";

    private final Scene scene;
    private final SceneNames names;

    public HostSteps(Scene scene, SceneNames names) {
        this.scene = scene;
        this.names = names;
    }

    @Given("a host that uses C.1 and E.0")
    @Meaning(
            value = "drivers of the host have the second device of C and the first of E",
            example = "a host that uses C.1 and E.0")
    public void sharedHost() {
        choose(SHARED_HOST);
    }

    @Given("group {handle} whose device {int} the host uses")
    @Meaning(
            value = "opens a group of two devices: a driver of the host has one of them, VFIO has the other",
            example = "group \"G1\" whose device 1 the host uses")
    public void hostUses(String handle, int device) {
        choose(SHARED_HOST);
        String alias = shared(group -> device < group.devices().size()
                        && group.devices().get(device).ofHost())
                .orElseThrow(
                        () -> scene.misuse(0, "no group has a device " + device + " that the host uses", "0 or 1"));
        names.bind(handle, new Bound.Group(alias));
        scene.given(new Operation.OpenGroup(alias, handle));
    }

    @When("open is called for a group without permission as {handle}")
    @Meaning(
            value = "tries to open a group whose node belongs to another user, without CAP_DAC_OVERRIDE",
            example = "open is called for a group without permission as \"G1\"")
    public void openWithoutPermission(String handle) {
        choose(SHARED_HOST);
        String alias = shared(group -> !group.permitted()).orElseThrow();
        names.bind(handle, new Bound.Group(alias));
        scene.when(new Operation.OpenGroup(alias, handle));
    }

    @Given("a host without interrupt remapping")
    @Meaning(
            value =
                    "its devices can raise interrupts of others; not possible on POWER, where a PE has interrupts of its own",
            example = "a host without interrupt remapping")
    public void withoutInterruptRemapping() {
        choose(NO_INTERRUPT_REMAPPING);
        scene.demand(NO_REMAPPING_RULE, profile -> profile.hardware().iommu() == Hardware.Iommu.TYPE1);
    }

    @Given("a host with {size} of memory")
    @Meaning(
            value =
                    "the usual groups in a machine with another amount of memory than 3 GiB, which bounds windows up to 4.18",
            example = "a host with 64 GiB of memory")
    public void withMemory(Long bytes) {
        List<Topology> hosts = ofUsualGroups(platforms());
        choose(hosts.stream()
                .filter(host -> host.ramBytes() == bytes)
                .map(Topology::name)
                .findFirst()
                .orElseThrow(() -> scene.misuse(
                        0,
                        "no host with the usual groups has " + ByteText.size(bytes) + " of memory",
                        "there are hosts with "
                                + hosts.stream()
                                        .map(host -> ByteText.size(host.ramBytes()))
                                        .collect(Collectors.joining(" and ")))));
    }

    private static List<Topology> ofUsualGroups(Platforms platforms) {
        return platforms.topologies().stream()
                .filter(name -> name.startsWith(Script.ORDINARY))
                .map(platforms::described)
                .toList();
    }

    /** The first group of the shared host that is so. */
    private Optional<String> shared(Predicate<Group> kind) {
        return platforms().described(SHARED_HOST).groups().stream()
                .filter(kind)
                .map(Group::alias)
                .findFirst();
    }

    private Platforms platforms() {
        return scene.testbed().machines().get(0).platforms();
    }

    private void choose(String topology) {
        if (!scene.script().choose(topology)) {
            throw scene.misuse(
                    0,
                    "this step needs another host than an earlier one: " + topology + ", not "
                            + scene.script().topology(),
                    "make two scenarios of it");
        }
    }
}
