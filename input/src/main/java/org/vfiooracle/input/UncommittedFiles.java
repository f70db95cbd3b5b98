// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.io.IOException;
import java.nio.file.Path;

/** What git says of the files of a checkout. */
public final class UncommittedFiles {
    private UncommittedFiles() {}

    /** Tells whether some file that git tracks is not as in the commit, or git cannot tell. */
    public static boolean in(Path root) {
        try {
            Process git = new ProcessBuilder(
                            "git",
                            "--no-optional-locks",
                            "-C",
                            root.toString(),
                            "status",
                            "--porcelain",
                            "--untracked-files=no")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            git.getOutputStream().close();
            boolean changed = git.getInputStream().readAllBytes().length > 0;
            return git.waitFor() != 0 || changed;
        } catch (IOException withoutGit) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
