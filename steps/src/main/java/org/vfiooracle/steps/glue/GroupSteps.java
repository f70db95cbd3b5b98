// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.List;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.oracle.Rules;
import org.vfiooracle.steps.scene.Bound;
import org.vfiooracle.steps.scene.Scene;

/** Groups: opening them, and putting them into containers. Aliases are those of the topologies of the corpus. */
public final class GroupSteps {
    private static final List<String> DIFFERENT_PHBS = List.of("D", "E", "A");
    private static final List<String> SAME_PHB = List.of("C", "A", "B");
    private static final List<String> DO_DMA = List.of("D", "A");
    private static final String TWO_DEVICES = "E";
    private static final String GROUP_PER_PHB = Rules.GROUP_PER_PHB.id();

    private final Scene scene;
    private final SceneNames names;

    public GroupSteps(Scene scene, SceneNames names) {
        this.scene = scene;
        this.names = names;
    }

    @Given("group {handle}")
    @Meaning(value = "opens a group that is alone on its PHB", example = "group \"G1\"")
    public void group(String handle) {
        open(handle, DIFFERENT_PHBS.get(0));
    }

    @Given("group {handle} with two devices")
    @Meaning(value = "opens a group that has devices 0 and 1", example = "group \"G1\" with two devices")
    public void groupWithTwoDevices(String handle) {
        open(handle, TWO_DEVICES);
    }

    @Given("groups {handle} and {handle} on different PHBs")
    @Meaning(value = "opens two groups", example = "groups \"G1\" and \"G2\" on different PHBs")
    public void groupsOnDifferentPhbs(String first, String second) {
        open(List.of(first, second), DIFFERENT_PHBS);
    }

    @Given("groups {handle} and {handle} whose devices do DMA")
    @Meaning(
            value = "opens two groups on different PHBs, each with a device 0 that can be told to do DMA",
            example = "groups \"G1\" and \"G2\" whose devices do DMA")
    public void groupsWhoseDevicesDoDma(String first, String second) {
        open(List.of(first, second), DO_DMA);
    }

    @Given("groups {handle}, {handle} and {handle} on different PHBs")
    @Meaning(value = "opens three groups", example = "groups \"G1\", \"G2\" and \"G3\" on different PHBs")
    public void groupsOnDifferentPhbs(String first, String second, String third) {
        open(List.of(first, second, third), DIFFERENT_PHBS);
    }

    @Given("groups {handle} and {handle} on the same PHB")
    @Meaning(
            value = "opens two groups; not possible where a PHB is one group",
            example = "groups \"G1\" and \"G2\" on the same PHB")
    public void groupsOnTheSamePhb(String first, String second) {
        demandSeveralGroupsPerPhb();
        open(List.of(first, second), SAME_PHB);
    }

    @Given("groups {handle}, {handle} and {handle} on the same PHB")
    @Meaning(
            value = "opens three groups; not possible where a PHB is one group",
            example = "groups \"G1\", \"G2\" and \"G3\" on the same PHB")
    public void groupsOnTheSamePhb(String first, String second, String third) {
        demandSeveralGroupsPerPhb();
        open(List.of(first, second, third), SAME_PHB);
    }

    @Given("{handle} has left container {handle}")
    @Meaning(value = "takes a group out of its container", example = "\"G2\" has left container \"C1\"")
    public void hasLeft(String group, String container) {
        names.container(container);
        scene.given(new Operation.UnsetContainer(names.group(group)));
    }

    @Given("device {int} of {handle} is open as {handle}")
    @Meaning(value = "opens a device of a group", example = "device 0 of \"G1\" is open as \"D1\"")
    public void deviceIsOpen(int device, String group, String handle) {
        scene.given(deviceFd(device, group, handle));
    }

    @When("open is called for a group as {handle}")
    @Meaning(
            value = "opens a group that is alone on its PHB, or tries to",
            example = "open is called for a group as \"G1\"")
    public void openIsCalledFirst(String handle) {
        names.bind(handle, new Bound.Group(DIFFERENT_PHBS.get(0)));
        scene.when(new Operation.OpenGroup(DIFFERENT_PHBS.get(0), handle));
    }

    @When("open is called for a group that does not exist as {handle}")
    @Meaning(
            value = "tries to open a group that the machine does not have",
            example = "open is called for a group that does not exist as \"G1\"")
    public void openIsCalledForNone(String handle) {
        names.bind(handle, new Bound.Group(Operation.OpenGroup.NONE));
        scene.when(new Operation.OpenGroup(Operation.OpenGroup.NONE, handle));
    }

    @When("open is called for group {handle} as {handle}")
    @Meaning(
            value = "opens the group that the first handle stands for once more",
            example = "open is called for group \"G1\" as \"G3\"")
    public void openIsCalled(String group, String handle) {
        String alias = names.alias(group);
        names.bind(handle, new Bound.Group(alias));
        scene.when(new Operation.OpenGroup(alias, handle));
    }

    @When("VFIO_GROUP_SET_CONTAINER puts {handle} into {handle}")
    @Meaning(value = "puts a group into a container", example = "VFIO_GROUP_SET_CONTAINER puts \"G2\" into \"C1\"")
    public void setContainer(String group, String container) {
        scene.when(new Operation.SetContainer(names.group(group), names.any(container)));
    }

    @When("VFIO_GROUP_SET_CONTAINER puts {handle} into a descriptor that is not open")
    @Meaning(
            value = "names a number that no open descriptor has; a handle that is closed stands for -1",
            example = "VFIO_GROUP_SET_CONTAINER puts \"G1\" into a descriptor that is not open")
    public void setContainerToClosed(String group) {
        scene.when(new Operation.SetContainer(names.group(group), Operation.SetContainer.CLOSED));
    }

    @When("VFIO_GROUP_UNSET_CONTAINER takes {handle} out")
    @Meaning(value = "takes a group out of its container", example = "VFIO_GROUP_UNSET_CONTAINER takes \"G1\" out")
    public void unsetContainer(String group) {
        scene.when(new Operation.UnsetContainer(names.any(group)));
    }

    @When("VFIO_GROUP_GET_STATUS asks {handle}")
    @Meaning(value = "asks a group for its flags", example = "VFIO_GROUP_GET_STATUS asks \"G1\"")
    public void getStatus(String group) {
        scene.when(
                OperationBuilder.on(names.group(group), "VFIO_GROUP_GET_STATUS").operation());
    }

    @When("VFIO_GROUP_GET_DEVICE_FD opens device {int} of {handle} as {handle}")
    @Meaning(
            value = "opens a device of a group",
            example = "VFIO_GROUP_GET_DEVICE_FD opens device 0 of \"G1\" as \"D1\"")
    public void getDeviceFd(int device, String group, String handle) {
        scene.when(deviceFd(device, group, handle));
    }

    private Operation deviceFd(int device, String group, String handle) {
        String alias = names.alias(group);
        names.bind(handle, new Bound.Device());
        return new Operation.GetDeviceFd(group, alias + "." + device, handle);
    }

    private void demandSeveralGroupsPerPhb() {
        scene.demand(GROUP_PER_PHB, profile -> !profile.hardware().groupPerPhb());
    }

    private void open(List<String> handles, List<String> aliases) {
        for (int i = 0; i < handles.size(); i++) {
            open(handles.get(i), aliases.get(i));
        }
    }

    private void open(String handle, String alias) {
        names.bind(handle, new Bound.Group(alias));
        scene.given(new Operation.OpenGroup(alias, handle));
    }
}
