// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.observation;

import org.vfiooracle.engine.platform.PlatformId;

/**
 * A machine with its kernel, or a program above the model, as somebody who observed it must be able to find it again.
 *
 * @param machine emulated host or real one: {@code powernv9}
 * @param uname what {@code uname -r} says
 * @param version what {@code uname -v} says, or the version of the package
 * @param platform the platform that it is, point release included
 * @param standInBridge whether the kernel runs the code of an older bridge than the one that the machine has: what depends on
 *     the kernel alone was then observed, and what the bridge itself does was not
 */
public record Witness(String machine, String uname, String version, PlatformId platform, boolean standInBridge) {
    private static final String MODEL = "model-";

    /** A machine whose bridge is what its kernel takes it for. */
    public Witness(String machine, String uname, String version, PlatformId platform) {
        this(machine, uname, version, platform, false);
    }

    /** A real program whose kernel was the model: a witness of what the program does, and of no kernel. */
    public static Witness program(String program, PlatformId platform) {
        String kernel = MODEL + platform.generation() + "-linux-" + platform.release();
        return new Witness(program, kernel, "", platform);
    }

    /** The file of its ledger: {@code powernv9-6.12.95+deb13-powerpc64le-4k.yaml}. */
    public String fileName() {
        String name = machine + "-" + uname + "-" + platform.page();
        return name.replaceAll("[^A-Za-z0-9.+_-]", "-") + ".yaml";
    }

    /** Whether this is a program above the model, which says nothing of a kernel. */
    public boolean program() {
        return uname.startsWith(MODEL);
    }

    /** Returns this machine with another build of the same kernel. */
    public Witness build(String other) {
        return new Witness(machine, uname, other, platform, standInBridge);
    }

    @Override
    public String toString() {
        return program() ? machine + " above the model" : machine + " (Linux " + uname + ")";
    }
}
