// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.input;

import java.nio.file.Files;
import java.nio.file.Path;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.contract.yaml.StrictYaml;

/**
 * A topology that a user names, or describes in a file.
 *
 * @param platforms with that topology
 * @param name its name
 */
public record TopologyChoice(Platforms platforms, String name) {
    /** Returns the topology that was typed: a file where there is one of that name, else one of the project. */
    public static TopologyChoice of(String typed, Checkout checkout, Platforms platforms) {
        Path file = checkout.file(typed);
        if (!Files.isRegularFile(file)) {
            platforms.described(typed);
            return new TopologyChoice(platforms, typed);
        }
        Platforms more = platforms.with(StrictYaml.text(file, typed), typed);
        String name = more.topologies().stream()
                .filter(one -> !platforms.topologies().contains(one))
                .findFirst()
                .orElseThrow(() -> new UnknownName("new topology", typed, platforms.topologies()));
        return new TopologyChoice(more, name);
    }
}
