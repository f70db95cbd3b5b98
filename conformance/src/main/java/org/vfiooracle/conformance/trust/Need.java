// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.trust;

import java.util.List;
import java.util.Locale;

/**
 * A program that something here needs.
 *
 * @param purposes what it is needed for
 * @param tool its name on the PATH
 * @param packages the packages of Debian that bring it
 */
record Need(List<Purpose> purposes, String tool, String packages) {
    /** What somebody may want to do. */
    enum Purpose {
        BUILD("build and run the oracle"),
        EXEC("run programs with 'exec'"),
        MACHINES("run real kernels in emulated machines (adapters/linux)"),
        KERNELS("build kernels (adapters/linux/build-kernel)"),
        PROGRAMS("run real QEMU below the model (adapters/qemu)"),
        EXAMPLES("run the adapters to copy (adapters/examples)");

        private final String text;

        Purpose(String text) {
            this.text = text;
        }

        /** The word for it on the command line. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What it is, in a few words. */
        String text() {
            return text;
        }
    }

    /** Everything, in the order in which it is told. */
    static final List<Need> ALL = List.of(
            new Need(List.of(Purpose.BUILD), "javac", "openjdk-17-jdk-headless"),
            new Need(List.of(Purpose.BUILD), "mvn", "maven"),
            new Need(List.of(Purpose.BUILD), "git", "git"),
            new Need(List.of(Purpose.EXEC, Purpose.MACHINES, Purpose.KERNELS, Purpose.EXAMPLES), "cc", "gcc libc6-dev"),
            new Need(List.of(Purpose.MACHINES, Purpose.PROGRAMS, Purpose.EXAMPLES), "python3", "python3"),
            new Need(
                    List.of(Purpose.MACHINES, Purpose.PROGRAMS),
                    "qemu-system-ppc64",
                    "qemu-system-ppc qemu-system-data"),
            new Need(
                    List.of(Purpose.MACHINES, Purpose.PROGRAMS),
                    "qemu-system-x86_64",
                    "qemu-system-x86 qemu-system-data"),
            new Need(
                    List.of(Purpose.MACHINES, Purpose.KERNELS),
                    "powerpc64le-linux-gnu-gcc",
                    "gcc-powerpc64le-linux-gnu libc6-dev-ppc64el-cross"),
            new Need(List.of(Purpose.MACHINES, Purpose.PROGRAMS), "powerpc64-linux-gnu-gcc", "gcc-powerpc64-linux-gnu"),
            new Need(List.of(Purpose.MACHINES), "apt-get", "apt"),
            new Need(List.of(Purpose.MACHINES), "dpkg-deb", "dpkg"),
            new Need(List.of(Purpose.MACHINES, Purpose.KERNELS), "make", "make"),
            new Need(List.of(Purpose.KERNELS), "bison", "bison"),
            new Need(List.of(Purpose.KERNELS), "flex", "flex"),
            new Need(List.of(Purpose.KERNELS), "bc", "bc"),
            new Need(List.of(Purpose.EXAMPLES), "node", "nodejs"));
}
