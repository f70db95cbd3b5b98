// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import org.vfiooracle.steps.expect.AnswerCheck;
import org.vfiooracle.steps.expect.Changes;
import org.vfiooracle.steps.expect.EffectList;
import org.vfiooracle.steps.expect.ListCheck;
import org.vfiooracle.steps.expect.ValueCheck;
import org.vfiooracle.steps.scene.Scene;

/** What the last call came to. */
public final class AnswerSteps {
    private final Scene scene;
    private final SceneNames names;

    public AnswerSteps(Scene scene, SceneNames names) {
        this.scene = scene;
        this.names = names;
    }

    @Then("it answers")
    @Meaning(
            value = "what the last call answers on each platform, and why; every platform matches exactly one row",
            example = "it answers\n"
                    + "| platforms                       | answer | rule                      |\n"
                    + "| one-window bridges on 4.2..4.11 | EBUSY  | spapr.attach.no-ownership |\n"
                    + "| ioda2, phb4 on 4.12..4.20       | n/a    | not modelled              |\n"
                    + "| *                               | 0      | spapr.attach.joined       |")
    public void answers(DataTable table) {
        AnswerCheck.table(scene, table.cells());
    }

    @Then("it answers {answer}")
    @Meaning(
            value = "what the last call answers on every platform that runs the scenario",
            example = "it answers EBUSY")
    public void answersEverywhere(String answer) {
        AnswerCheck.everywhere(scene, answer);
    }

    @Then("it answers {answer}, rule {word}")
    @Meaning(
            value = "the same, and the rule that decides it",
            example = "it answers EBUSY, rule spapr.attach.no-ownership")
    public void answersEverywhereBecauseOf(String answer, String rule) {
        AnswerCheck.everywhere(scene, answer, rule);
    }

    @Then("it reports")
    @Meaning(
            value = "what fields the last call filled in; - stands for one that it did not",
            example = "it reports\n" + "| platforms | start_addr        |\n" + "| *         | 0x800000000000000 |")
    public void reports(DataTable table) {
        ValueCheck.outFields(scene, table.cells());
    }

    @Then("nothing changed")
    @Meaning(value = "the last call left everything as it was", example = "nothing changed")
    public void nothingChanged() {
        ValueCheck.everywhere(scene, "the last call", Changes.NONE, Changes::all);
    }

    @Then("nothing changed in {handle}")
    @Meaning(value = "the last call left a container as it was", example = "nothing changed in \"C2\"")
    public void nothingChangedIn(String handle) {
        String container = names.container(handle);
        ValueCheck.everywhere(scene, "the last call", Changes.NONE, track -> Changes.of(track, container));
    }

    @Then("the effects are")
    @Meaning(
            value = "what the hardware was told by the last call, in order",
            example = "the effects are\n"
                    + "| platforms | effect     | group | window |\n"
                    + "| *         | window-set | G2    | 0      |")
    public void effects(DataTable table) {
        effects().table(table.cells());
    }

    @Then("there is no effect")
    @Meaning(value = "the hardware was told nothing by the last call", example = "there is no effect")
    public void noEffect() {
        effects().empty();
    }

    private ListCheck effects() {
        return new ListCheck(scene, "effects", EffectList.COLUMNS, track -> EffectList.of(scene, track));
    }
}
