// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that a command was to make would be in the way of something. */
public final class OutFolderRefused extends BadInput {
    private static final long serialVersionUID = 1;

    private static final String ANOTHER = "name a folder that does not exist yet";

    private OutFolderRefused(Complaint complaint) {
        super(complaint);
    }

    static OutFolderRefused file(Path path) {
        return new OutFolderRefused(Complaint.that("cannot create a folder here")
                .where(path.toString())
                .expected("a new or existing folder")
                .found("a file"));
    }

    static OutFolderRefused notEmpty(Path path) {
        return new OutFolderRefused(Complaint.that("the folder is not empty")
                .where(path.toString())
                .expected("a new or empty folder")
                .found("a folder with files in it")
                .hint(ANOTHER + "; --force replaces what this command has made"));
    }

    static OutFolderRefused needed(Path path) {
        return new OutFolderRefused(Complaint.that("this folder cannot be replaced")
                .where(path.toString())
                .found("it is or contains the current folder, the checkout or your home folder")
                .hint(ANOTHER));
    }

    static OutFolderRefused stays(Path path, String found) {
        return new OutFolderRefused(Complaint.that("--force does not replace this folder")
                .where(path.toString())
                .expected("a folder that this command has made, and nothing else in it")
                .found(found)
                .hint(ANOTHER));
    }

    static OutFolderRefused link(Path path) {
        return new OutFolderRefused(Complaint.that("cannot create a folder here")
                .where(path.toString())
                .expected("a new or existing folder")
                .found("a link to " + target(path))
                .hint("name the folder itself"));
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException unreadable) {
            return "something else";
        }
    }
}
