// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.reports.picture;

import static java.util.stream.Collectors.joining;

import org.vfiooracle.contract.codec.Hex;
import org.vfiooracle.contract.wording.ByteText;
import org.vfiooracle.engine.state.Container;
import org.vfiooracle.engine.state.Iommu;
import org.vfiooracle.engine.state.State;

/** Wording of pictures. */
final class Words {
    private Words() {}

    /** Returns {@code 1 device}, {@code 2 devices}. */
    static String count(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    /** Returns {@code text}, ended early with an ellipsis where it has more than {@code length} characters. */
    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    /** Returns a number of bytes for those who read and those who compare, as {@code 2 GiB = 0x80000000}. */
    static String both(long bytes) {
        return ByteText.about(bytes) + " = " + Hex.of(bytes);
    }

    /** Tells a state to somebody who does not see the picture. */
    static String state(State state) {
        if (state.containers().isEmpty()) {
            return "No container is open.";
        }
        return state.containers().values().stream().map(Words::container).collect(joining(" "));
    }

    private static String container(Container container) {
        String groups = container.groups().isEmpty()
                ? "no group"
                : (container.groups().size() == 1 ? "group " : "groups ") + String.join(", ", container.groups());
        String iommu = container.iommu().map(Iommu::typeName).orElse("no IOMMU type");
        return "Container " + container.name() + " has " + groups + " and " + iommu + ".";
    }
}
