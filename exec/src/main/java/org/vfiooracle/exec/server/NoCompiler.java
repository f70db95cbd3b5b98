// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.server;

/** The library cannot be made on this host. */
public final class NoCompiler extends RuntimeException {
    private static final long serialVersionUID = 1;

    private NoCompiler(String message) {
        super(message);
    }

    static NoCompiler missing(String compiler) {
        return new NoCompiler("cannot run a program without a C compiler\n  expected: " + compiler
                + " on the PATH\n  found:    no such command\n  hint:     on Debian: apt-get install gcc libc6-dev");
    }

    static NoCompiler failed(String command, String said) {
        return new NoCompiler("the C compiler failed to build the library\n  command:  " + command + "\n"
                + said.strip().indent(2).stripTrailing());
    }
}
