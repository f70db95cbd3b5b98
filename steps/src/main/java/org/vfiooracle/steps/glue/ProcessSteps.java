// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.platform.Hardware;
import org.vfiooracle.engine.platform.Releases;
import org.vfiooracle.steps.expect.ValueCheck;
import org.vfiooracle.steps.scene.Bound;
import org.vfiooracle.steps.scene.Scene;

/** Second descriptors of one open file, and second processes. */
public final class ProcessSteps {
    private static final String FOREIGN_PROCESS = "spapr.foreign-process";

    private final Scene scene;
    private final SceneNames names;

    public ProcessSteps(Scene scene, SceneNames names) {
        this.scene = scene;
        this.names = names;
    }

    @Given("{handle} is a duplicate of {handle}")
    @Meaning(value = "makes a second descriptor of one open file", example = "\"C2\" is a duplicate of \"C1\"")
    public void isDuplicate(String copy, String handle) {
        names.bindLike(copy, handle);
        scene.given(new Operation.Dup(handle, copy));
    }

    @When("dup is called on {handle} as {handle}")
    @Meaning(value = "makes a second descriptor of one open file", example = "dup is called on \"C1\" as \"C2\"")
    public void dup(String handle, String copy) {
        names.bindLike(copy, handle);
        scene.when(new Operation.Dup(handle, copy));
    }

    @Given("process {handle} is forked")
    @Meaning(
            value =
                    "makes a child with copies of all descriptors and of the memory; the parent goes on making the calls",
            example = "process \"P2\" is forked")
    public void isForked(String process) {
        names.bind(process, new Bound.Process());
        scene.given(new Operation.Fork(process));
    }

    @When("fork is called for process {handle}")
    @Meaning(value = "makes a child", example = "fork is called for process \"P2\"")
    public void fork(String process) {
        names.bind(process, new Bound.Process());
        scene.when(new Operation.Fork(process));
    }

    @Given("a container belongs to one process")
    @Meaning(
            value = "not possible before 4.10, where any process could use a container's driver",
            example = "a container belongs to one process")
    public void belongsToOneProcess() {
        scene.demand(
                FOREIGN_PROCESS,
                profile -> profile.hardware().iommu() == Hardware.Iommu.SPAPR_TCE
                        && Releases.from("4.10").contains(profile.release()));
    }

    @Given("process {handle} makes the calls")
    @Meaning(
            value = "every call from here on is made by this process, until another step says otherwise",
            example = "process \"P2\" makes the calls")
    public void makesTheCalls(String process) {
        scene.script().caller(names.process(process));
    }

    @Given("the first process makes the calls")
    @Meaning(
            value = "every call from here on is made by the process that the scenario began with",
            example = "the first process makes the calls")
    public void firstMakesTheCalls() {
        scene.script().caller(Scene.FIRST_PROCESS);
    }

    @Given("process {handle} has exited")
    @Meaning(
            value = "ends a process, which closes its descriptors; the first process makes the calls again",
            example = "process \"P2\" has exited")
    public void hasExited(String process) {
        makesTheCalls(process);
        scene.given(new Operation.Exit());
        firstMakesTheCalls();
    }

    @When("process {handle} exits")
    @Meaning(
            value = "ends a process, which closes its descriptors; the first process makes the calls again",
            example = "process \"P2\" exits")
    public void exits(String process) {
        makesTheCalls(process);
        scene.when(new Operation.Exit());
        firstMakesTheCalls();
    }

    @Given("the first process has exited")
    @Meaning(
            value =
                    "ends the process that the scenario began with, which closes its descriptors; a child makes the next call",
            example = "the first process has exited")
    public void firstHasExited() {
        firstMakesTheCalls();
        scene.given(new Operation.Exit());
    }

    @When("the first process exits")
    @Meaning(
            value =
                    "ends the process that the scenario began with, which closes its descriptors; a child makes the next call",
            example = "the first process exits")
    public void firstExits() {
        firstMakesTheCalls();
        scene.when(new Operation.Exit());
    }

    @Then("locked memory of process {handle} is")
    @Meaning(
            value = "what a process besides the first has locked: host pages, or a size such as 1 MiB",
            example = "locked memory of process \"P2\" is\n| platforms | pages |\n| *         | 0     |")
    public void lockedMemory(String process, DataTable table) {
        ValueCheck.lockedMemory(scene, names.process(process), table.cells());
    }
}
