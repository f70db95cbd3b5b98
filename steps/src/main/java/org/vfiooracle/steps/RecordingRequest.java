// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps;

import java.nio.file.Path;
import java.util.List;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.steps.feature.Selection;
import org.vfiooracle.steps.run.ScenarioListener;

/**
 * What is to be run.
 *
 * @param root of the checkout
 * @param selection which scenarios
 * @param platforms which platforms; empty for those of the corpus
 * @param workers number of threads
 * @param listener is told about each scenario
 */
public record RecordingRequest(
        Path root, Selection selection, List<PlatformId> platforms, int workers, ScenarioListener listener) {
    public RecordingRequest {
        platforms = List.copyOf(platforms);
    }

    /** Returns a request for all scenarios on all platforms, by as many workers as there are processors. */
    public static RecordingRequest of(Path root) {
        return new RecordingRequest(
                root, Selection.all(), List.of(), Runtime.getRuntime().availableProcessors(), ScenarioListener.NONE);
    }

    /** Returns this for fewer scenarios. */
    public RecordingRequest only(Selection some) {
        return new RecordingRequest(root, some, platforms, workers, listener);
    }

    /** Returns this on other platforms; what holds for the corpus as a whole is then not checked. */
    public RecordingRequest on(List<PlatformId> some) {
        return new RecordingRequest(root, selection, some, workers, listener);
    }

    /** Returns this with another number of workers. */
    public RecordingRequest by(int number) {
        return new RecordingRequest(root, selection, platforms, number, listener);
    }

    /** Returns this with somebody listening. */
    public RecordingRequest telling(ScenarioListener somebody) {
        return new RecordingRequest(root, selection, platforms, workers, somebody);
    }
}
