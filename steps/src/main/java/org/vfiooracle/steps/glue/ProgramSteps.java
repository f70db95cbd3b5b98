// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.ProgramCall;
import org.vfiooracle.oracle.Rules;
import org.vfiooracle.steps.expect.CallList;
import org.vfiooracle.steps.expect.ListCheck;
import org.vfiooracle.steps.scene.Bound;
import org.vfiooracle.steps.scene.Scene;

/** Programs above VFIO: starting them, giving them devices and taking them away, and the calls that they make. */
public final class ProgramSteps {
    private final Scene scene;
    private final SceneNames names;

    public ProgramSteps(Scene scene, SceneNames names) {
        this.scene = scene;
        this.names = names;
    }

    @Given("one platform for each answer that programs get")
    @Meaning(
            value = "tries programs on a few platforms: on others the kernel answers them as on one of these",
            example = "one platform for each answer that programs get")
    public void representatives() {
        scene.demand(Rules.REPRESENTED.id(), Representatives::contains);
    }

    @Given("of these, a host that makes windows and a partition that has one")
    @Meaning(
            value =
                    "tries what only a guest and its hypervisor have a part in on two platforms: v2, and two v1 containers",
            example = "of these, a host that makes windows and a partition that has one")
    public void two() {
        scene.demand(Rules.REPRESENTED.id(), Representatives::areTwo);
    }

    @Given("{program} runs as {handle} with memory {handle} and devices {devices}")
    @Meaning(
            value = "starts a program; its devices are on bridge 0 of the guest unless something else is said",
            example = "qemu-7.2 runs as \"V1\" with memory \"B1\" and devices D.0, A.0 on bridge 1")
    public void runs(String program, String handle, String memory, ParameterTypes.Devices devices) {
        scene.given(start(program, handle, memory, devices.placed()));
    }

    @Given("{program} runs as {handle} with memory {handle} and no device")
    @Meaning(
            value = "starts a program without devices",
            example = "qemu-7.2 runs as \"V1\" with memory \"B1\" and no device")
    public void runsAlone(String program, String handle, String memory) {
        scene.given(start(program, handle, memory, List.of()));
    }

    @When("{program} starts as {handle} with memory {handle} and devices {devices}")
    @Meaning(
            value = "starts a program, or tries to",
            example = "qemu-7.2 starts as \"V1\" with memory \"B1\" and devices D.0 and A.0")
    public void starts(String program, String handle, String memory, ParameterTypes.Devices devices) {
        scene.when(start(program, handle, memory, devices.placed()));
    }

    @When("{program} starts as {handle} with memory {handle} and no device")
    @Meaning(
            value = "starts a program without devices, or tries to",
            example = "qemu-7.2 starts as \"V1\" with memory \"B1\" and no device")
    public void startsAlone(String program, String handle, String memory) {
        scene.when(start(program, handle, memory, List.of()));
    }

    @Given("containers {handles} are those of {handle}")
    @Meaning(
            value = "says which handles a program uses: it numbers its containers from C1 on",
            example = "containers \"C1\" and \"C2\" are those of \"V1\"")
    public void containers(ParameterTypes.Handles handles, String program) {
        names.program(program);
        handles.names().forEach(handle -> names.bind(handle, new Bound.Container()));
    }

    @Given("device {device} has been plugged into {handle}")
    @Meaning(
            value = "gives a running program a device, on bridge 0 of the guest",
            example = "device A.0 has been plugged into \"V1\"")
    public void hasBeenPlugged(String device, String program) {
        scene.given(new ProgramCall.DeviceAdd(names.program(program), device, 0));
    }

    @When("device {device} is plugged into {handle}")
    @Meaning(
            value = "gives a running program a device, on bridge 0 of the guest",
            example = "device A.0 is plugged into \"V1\"")
    public void plug(String device, String program) {
        plugInto(device, 0, program);
    }

    @When("device {device} is plugged into bridge {int} of {handle}")
    @Meaning(
            value = "gives a running program a device, on a bridge of the guest",
            example = "device A.0 is plugged into bridge 1 of \"V1\"")
    public void plugInto(String device, int bridge, String program) {
        scene.when(new ProgramCall.DeviceAdd(names.program(program), device, bridge));
    }

    @Given("device {device} has been unplugged from {handle}")
    @Meaning(value = "takes a device away again", example = "device A.0 has been unplugged from \"V1\"")
    public void hasBeenUnplugged(String device, String program) {
        scene.given(new ProgramCall.DeviceDel(names.program(program), device));
    }

    @When("device {device} is unplugged from {handle}")
    @Meaning(value = "takes a device away again", example = "device A.0 is unplugged from \"V1\"")
    public void unplug(String device, String program) {
        scene.when(new ProgramCall.DeviceDel(names.program(program), device));
    }

    @When("memory {handle} is plugged into {handle}")
    @Meaning(value = "gives a running program more memory", example = "memory \"B2\" is plugged into \"V1\"")
    public void plugMemory(String memory, String program) {
        scene.when(new ProgramCall.MemoryAdd(
                names.program(program), names.buffer(memory).name()));
    }

    @Given("{handle} has been reset")
    @Meaning(value = "resets the machine of a guest", example = "\"V1\" has been reset")
    public void hasBeenReset(String program) {
        scene.given(new ProgramCall.SystemReset(names.program(program)));
    }

    @When("{handle} is reset")
    @Meaning(value = "resets the machine of a guest", example = "\"V1\" is reset")
    public void reset(String program) {
        scene.when(new ProgramCall.SystemReset(names.program(program)));
    }

    @When("{handle} quits")
    @Meaning(value = "ends a program as it should end", example = "\"V1\" quits")
    public void quit(String program) {
        scene.when(new ProgramCall.Quit(names.program(program)));
    }

    @Then("it calls")
    @Meaning(
            value = "the VFIO calls that the last operation of a program caused, all of them in order",
            example = "it calls\n"
                    + "| platforms | call                     | on | answer |\n"
                    + "| *         | VFIO_GROUP_SET_CONTAINER | G2 | 0      |")
    public void calls(DataTable table) {
        new ListCheck(scene, "calls", CallList.COLUMNS, track -> CallList.of(track, name -> true)).table(table.cells());
    }

    @Then("its calls of {callNames} are")
    @Meaning(
            value = "those of its VFIO calls that have one of these names, in order",
            example = "its calls of VFIO_GROUP_SET_CONTAINER, VFIO_SET_IOMMU are\n"
                    + "| platforms | call                     | on | answer |\n"
                    + "| *         | VFIO_GROUP_SET_CONTAINER | G2 | EBUSY  |")
    public void callsOf(ParameterTypes.CallNames wanted, DataTable table) {
        new ListCheck(scene, "calls", CallList.COLUMNS, track -> CallList.of(track, wanted.names()::contains))
                .table(table.cells());
    }

    @Then("it makes no call")
    @Meaning(value = "the last operation of a program caused no VFIO call", example = "it makes no call")
    public void noCall() {
        new ListCheck(scene, "calls", CallList.COLUMNS, track -> CallList.of(track, name -> true)).empty();
    }

    private Operation start(String program, String handle, String memory, List<String> devices) {
        names.bind(handle, new Bound.Program());
        return new ProgramCall.Start(program, handle, names.buffer(memory).name(), devices);
    }
}
