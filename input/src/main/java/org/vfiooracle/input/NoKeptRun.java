// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.nio.file.Path;

/** Something was named as a kept run, or a folder of kept runs, that is none. */
public final class NoKeptRun extends BadInput {
    private static final long serialVersionUID = 1;

    private NoKeptRun(Path path, String found) {
        super(Complaint.that("there is no kept run")
                .where(path.toString())
                .expected("a file that ends in .jsonl, or a folder of them")
                .found(found)
                .hint("./oracle run --adapter CMD --keep FILE.jsonl keeps a run"));
    }

    /** Nothing is there. */
    static NoKeptRun missing(Path path) {
        return new NoKeptRun(path, "nothing");
    }

    /** A file has another ending. */
    static NoKeptRun otherFile(Path path) {
        return new NoKeptRun(path, "a file with another ending");
    }

    /** A folder holds none. */
    static NoKeptRun emptyFolder(Path path) {
        return new NoKeptRun(path, "a folder without such a file");
    }
}
