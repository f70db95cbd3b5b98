// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.coverage;

import java.nio.file.Path;
import org.vfiooracle.steps.Recording;
import org.vfiooracle.steps.RecordingRequest;

/** Runs all features and nothing else, in a Java machine of its own. */
final class AllFeatures {
    private AllFeatures() {}

    public static void main(String[] args) {
        boolean passed = Recording.run(RecordingRequest.of(Path.of(args[0]))).passed();
        System.exit(passed ? 0 : 1);
    }
}
