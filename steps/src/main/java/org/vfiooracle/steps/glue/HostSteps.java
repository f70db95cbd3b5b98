// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.contract.wording.ByteText;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.topology.Topology;
import org.vfiooracle.steps.scene.Bound;
import org.vfiooracle.steps.scene.Scene;
import org.vfiooracle.steps.scene.Script;

/** Hosts that are not as usual, or not as a program would like them: each step chooses a topology in which that is so. */
public final class HostSteps {
    private static final String SHARED_HOST = "shared-host";
    private static final String NO_INTERRUPT_REMAPPING = "no-interrupt-remapping";

    /** In the shared host, the groups of which the host uses device 0, and device 1. */
    private static final String HOST_USES_FIRST = "E";

    private static final String HOST_USES_SECOND = "C";
    private static final String NOT_PERMITTED = "B";
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

    @Given("group {handle} whose device 0 the host uses")
    @Meaning(
            value = "opens a group of two devices: a driver of the host has the first, VFIO has the second",
            example = "group \"G1\" whose device 0 the host uses")
    public void hostUsesFirst(String handle) {
        open(handle, HOST_USES_FIRST);
    }

    @Given("group {handle} whose device 1 the host uses")
    @Meaning(
            value = "opens a group of two devices: VFIO has the first, a driver of the host has the second",
            example = "group \"G1\" whose device 1 the host uses")
    public void hostUsesSecond(String handle) {
        open(handle, HOST_USES_SECOND);
    }

    @When("open is called for a group without permission as {handle}")
    @Meaning(
            value = "tries to open a group whose node belongs to another user, without CAP_DAC_OVERRIDE",
            example = "open is called for a group without permission as \"G1\"")
    public void openWithoutPermission(String handle) {
        choose(SHARED_HOST);
        names.bind(handle, new Bound.Group(NOT_PERMITTED));
        scene.when(new Operation.OpenGroup(NOT_PERMITTED, handle));
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
        List<Topology> hosts = scene.testbed().machines().stream()
                .limit(1)
                .flatMap(bed -> ofUsualGroups(bed.platforms()))
                .toList();
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

    private static Stream<Topology> ofUsualGroups(Platforms platforms) {
        return platforms.topologies().stream()
                .filter(name -> name.startsWith(Script.ORDINARY))
                .map(platforms::described);
    }

    private void open(String handle, String alias) {
        choose(SHARED_HOST);
        names.bind(handle, new Bound.Group(alias));
        scene.given(new Operation.OpenGroup(alias, handle));
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
