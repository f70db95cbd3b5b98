// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.output;

/** What version this is. */
public final class Versions {
    private Versions() {}

    /** The version in the manifest of the jar. */
    public static String oracle() {
        String version = Versions.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
