// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.oracle;

import java.util.Map;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Outcome;
import org.vfiooracle.engine.platform.Profile;
import org.vfiooracle.engine.procedure.Call;
import org.vfiooracle.engine.procedure.Catalogue;
import org.vfiooracle.engine.procedure.Progress;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.engine.procedure.Transition;
import org.vfiooracle.engine.state.State;
import org.vfiooracle.kernel.container.Requests;
import org.vfiooracle.programs.vmm.Kernel;

/** A kernel that is a platform and its procedures. */
record CatalogueKernel(Profile profile, Catalogue catalogue) implements Kernel {
    @Override
    public Transition ask(State state, Operation call) {
        Progress progress = Requests.perform(catalogue, new Call<>(state, call, profile, catalogue));
        return new Transition(progress.state(), outcome(progress), rule(progress));
    }

    private static Rule rule(Progress progress) {
        return progress instanceof Progress.Done done
                ? done.rule().orElseThrow()
                : ((Progress.Stopped) progress).rule();
    }

    private static Outcome outcome(Progress progress) {
        long locked = progress.state().process().lockedPages();
        if (progress instanceof Progress.Done done) {
            return new Outcome(done.answer().orElse(Answer.OK), done.out(), locked, done.effects());
        }
        Progress.Stopped stopped = (Progress.Stopped) progress;
        return new Outcome(stopped.answer(), Map.of(), locked, stopped.effects());
    }
}
