// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.ProcessCall;
import org.vfiooracle.steps.scene.Bound;
import org.vfiooracle.steps.scene.Scene;

/** Registers of a device as memory of a process. */
public final class DeviceMappingSteps {
    private final Scene scene;
    private final SceneNames names;

    public DeviceMappingSteps(Scene scene, SceneNames names) {
        this.scene = scene;
        this.names = names;
    }

    @Given("BAR {int} of {handle} is mapped as {handle}")
    @Meaning(value = "maps registers of a device", example = "BAR 0 of \"D1\" is mapped as \"M1\"")
    public void isMapped(int bar, String device, String mapping) {
        scene.given(mmap(bar, device, mapping));
    }

    @When("mmap is called for BAR {int} of {handle} as {handle}")
    @Meaning(value = "maps registers of a device", example = "mmap is called for BAR 0 of \"D1\" as \"M1\"")
    public void mmapIsCalled(int bar, String device, String mapping) {
        scene.when(mmap(bar, device, mapping));
    }

    @Given("{handle} is unmapped")
    @Meaning(value = "takes a mapping of a device away", example = "\"M1\" is unmapped")
    public void isUnmapped(String mapping) {
        scene.given(new ProcessCall.UnmapDevice(names.mapping(mapping)));
    }

    @When("munmap is called for {handle}")
    @Meaning(value = "takes a mapping of a device away", example = "munmap is called for \"M1\"")
    public void munmapIsCalled(String mapping) {
        scene.when(new ProcessCall.UnmapDevice(names.mapping(mapping)));
    }

    private Operation mmap(int bar, String device, String mapping) {
        names.device(device);
        names.bind(mapping, new Bound.Mapping());
        return new ProcessCall.MapDevice(device, mapping, bar);
    }
}
