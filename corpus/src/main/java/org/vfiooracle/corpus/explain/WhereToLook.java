// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.corpus.explain;

import java.util.List;
import java.util.regex.Pattern;
import org.vfiooracle.engine.procedure.Rule;

/** Where somebody with a real machine sees whether a rule is what decided. PID, ADDRESS and N stand for theirs. */
public final class WhereToLook {
    /** What shows the calls of a process with their arguments and answers. */
    public static final String CALLS = "the calls with their arguments: strace -f -e trace=openat,ioctl,close -p PID";

    private record Place(Pattern rules, String hint) {
        static Place of(String rules, String hint) {
            return new Place(Pattern.compile(rules), hint);
        }
    }

    private static final List<Place> PLACES = List.of(
            Place.of(
                    ".*memlock.*",
                    "locked memory and its limit: grep VmLck /proc/PID/status; prlimit --memlock --pid PID"),
            Place.of("fd\\..*|.*\\.(not-open|negative-fd|no-container)", "open descriptors: ls -l /proc/PID/fd"),
            Place.of("group\\.open\\..*|.*device-open", "who has the group open: fuser -v /dev/vfio/N"),
            Place.of(
                    "group\\..*",
                    "the group of a device: readlink /sys/bus/pci/devices/ADDRESS/iommu_group, its members: ls"
                            + " /sys/kernel/iommu_groups/N/devices"),
            Place.of(
                    "spapr\\.attach\\..*|topology\\..*|container\\.set-iommu\\..*",
                    "bridge and kernel: tr '\\0' '\\n' < /proc/device-tree/pciex@ADDRESS/compatible; uname -r"),
            Place.of(
                    "spapr\\.(register|unregister|memory)\\..*",
                    "the memory: grep -A20 ADDRESS /proc/PID/smaps (permissions, KernelPageSize)"),
            Place.of(
                    "spapr\\.(create|remove|window|default-window|ownership)\\..*",
                    "windows that were set up and removed: dmesg | grep -i window"),
            Place.of(
                    "spapr\\.(map|unmap)\\..*",
                    "windows that were set up, for the range and page size: dmesg | grep -i window"));

    private WhereToLook() {}

    /** Returns one line for a rule. */
    public static String of(Rule rule) {
        return PLACES.stream()
                .filter(place -> place.rules().matcher(rule.id()).matches())
                .map(Place::hint)
                .findFirst()
                .orElse(CALLS);
    }
}
