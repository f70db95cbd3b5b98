// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.scene;

/** What a handle of a scenario stands for. */
public sealed interface Bound {
    /** How a failure calls it. */
    String kind();

    /** A container. */
    record Container() implements Bound {
        @Override
        public String kind() {
            return "a container";
        }
    }

    /** A group, by its alias in the topology. */
    record Group(String alias) implements Bound {
        @Override
        public String kind() {
            return "a group";
        }
    }

    /** A process besides the first. */
    record Process() implements Bound {
        @Override
        public String kind() {
            return "a process";
        }
    }

    /** A program above VFIO. */
    record Program() implements Bound {
        @Override
        public String kind() {
            return "a program";
        }
    }

    /** A mapping of a device. */
    record Mapping() implements Bound {
        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /** A device. */
    record Device() implements Bound {
        @Override
        public String kind() {
            return "a device";
        }
    }
}
