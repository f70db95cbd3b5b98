// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.platforms;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.vfiooracle.contract.codec.CodecProblem;
import org.vfiooracle.engine.topology.Device;
import org.vfiooracle.engine.topology.Group;

/** What the names in a topology must be: each is there once, and a real machine has named all of its groups or devices. */
final class NamesOfMachine {
    private NamesOfMachine() {}

    /**
     * Refuses names that stand twice, and those that only some have.
     *
     * @param path where the groups stand in their document
     */
    static void check(List<Group> groups, String path) {
        once(groups.stream().map(Group::alias).toList(), "an alias that no other group has", path);
        List<Device> devices =
                groups.stream().flatMap(group -> group.devices().stream()).toList();
        List<String> addresses =
                devices.stream().flatMap(device -> device.address().stream()).toList();
        List<Integer> numbers = groups.stream()
                .flatMapToInt(group -> group.number().stream())
                .boxed()
                .toList();
        once(addresses, "an address that no other device has", path);
        once(numbers, "a number that no other group has", path);
        all(addresses.size(), devices.size(), "an address for every device, or for none", path);
        all(numbers.size(), groups.size(), "a number for every group, or for none", path);
    }

    private static void once(List<?> names, String expected, String path) {
        Set<Object> seen = new HashSet<>();
        for (Object name : names) {
            if (!seen.add(Objects.requireNonNull(name))) {
                throw new CodecProblem(path, expected, name + " twice");
            }
        }
    }

    private static void all(int named, int of, String expected, String path) {
        if (named > 0 && named < of) {
            throw new CodecProblem(path, expected, named + " of " + of);
        }
    }
}
