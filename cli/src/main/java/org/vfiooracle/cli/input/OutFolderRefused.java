// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.input;

import java.nio.file.Path;

/** A folder that a command was to make would be in the way of something. */
public final class OutFolderRefused extends BadInput {
    private static final long serialVersionUID = 1;

    private static final String ANOTHER = "name a folder that is not there yet";

    private OutFolderRefused(Complaint complaint) {
        super(complaint);
    }

    static OutFolderRefused file(Path path) {
        return new OutFolderRefused(Complaint.that("cannot make a folder here")
                .where(path.toString())
                .expected("nothing, or a folder")
                .found("a file"));
    }

    static OutFolderRefused notEmpty(Path path) {
        return new OutFolderRefused(Complaint.that("something is here already")
                .where(path.toString())
                .expected("nothing, or an empty folder")
                .found("a folder with something in it")
                .hint(ANOTHER + "; --force replaces this one, with all that is in it"));
    }

    static OutFolderRefused needed(Path path) {
        return new OutFolderRefused(Complaint.that("this folder cannot be replaced")
                .where(path.toString())
                .found("it is, or holds, the folder you are in, the checkout or your home")
                .hint(ANOTHER));
    }

    static OutFolderRefused partOfCheckout(Path path) {
        return new OutFolderRefused(Complaint.that("this folder is not replaced, even by --force")
                .where(path.toString())
                .expected("outside of the checkout, or an earlier export")
                .found("a folder of the checkout")
                .hint(ANOTHER));
    }
}
