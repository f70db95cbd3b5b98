// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.conformance.drive;

import java.io.IOException;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;
import org.vfiooracle.protocol.message.Garbage;

/** The reference adapter, started by tests in a process of its own. */
public final class RightAdapter {
    private RightAdapter() {}

    /** Started with the platform. */
    public static void main(String[] args) throws IOException, Garbage {
        Platforms platforms = Platforms.load();
        new ReferenceAdapter(platforms, platforms.machine(PlatformId.parse(args[0]))).serve(System.in, System.out);
    }
}
