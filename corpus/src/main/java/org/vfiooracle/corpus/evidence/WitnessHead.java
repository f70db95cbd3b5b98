// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.contract.codec.Fields;
import org.vfiooracle.contract.observation.Witness;
import org.vfiooracle.engine.platform.PlatformId;

/** How every ledger begins: its format, the machine, its kernel and its platform. */
final class WitnessHead {
    private static final long FORMAT = 1;
    private static final String STAND_IN_BRIDGE = "stand_in_bridge";

    private WitnessHead() {}

    /** Returns the head as a map, to which the lines are added. */
    static Map<String, Object> encode(Witness witness) {
        Map<String, Object> kernel = new LinkedHashMap<>();
        kernel.put("uname", witness.uname());
        kernel.put("version", witness.version());
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("machine", witness.machine());
        tree.put("kernel", kernel);
        tree.put("platform", witness.platform().toString());
        if (witness.standInBridge()) {
            tree.put(STAND_IN_BRIDGE, true);
        }
        return tree;
    }

    /** Takes the head out of a ledger. */
    static Witness take(Fields fields) {
        if (fields.number("format") != FORMAT) {
            throw new CodecProblem("format", "format " + FORMAT, "another");
        }
        String machine = fields.text("machine");
        Fields kernel = fields.map("kernel");
        String uname = kernel.text("uname");
        String version = kernel.text("version");
        kernel.end();
        return new Witness(
                machine,
                uname,
                version,
                fields.parsed("platform", "a platform such as phb4-linux-6.12.95-4k", PlatformId::parse),
                fields.has(STAND_IN_BRIDGE) && fields.truth(STAND_IN_BRIDGE));
    }
}
