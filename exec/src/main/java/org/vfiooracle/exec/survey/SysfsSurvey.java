// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.survey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vfiooracle.exec.host.PciIds;

/** Reads sysfs, or a copy of it. Source: Documentation/ABI/testing/sysfs-bus-pci, sysfs-kernel-iommu_groups. */
public final class SysfsSurvey {
    static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{4,8}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]");

    private static final String DEVICES = "bus/pci/devices";
    private static final String GROUPS = "kernel/iommu_groups";
    private static final String COPY =
            "copy bus/pci/devices, devices and kernel/iommu_groups with cp -a, or name /sys itself";
    private static final Pattern ROOT = Pattern.compile("(?:^|/)(pci[0-9a-f]{4,8}:[0-9a-f]{2})/");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final int WORD = 0xffff;
    private static final int CLASS = 0xffffff;

    private final Path sys;
    private final String label;
    private final Map<String, Integer> groups = new TreeMap<>();

    private SysfsSurvey(Path sys, String label) {
        this.sys = sys;
        this.label = label;
    }

    /**
     * Reads a folder that holds what {@code /sys} does.
     *
     * @param label what the user calls it
     * @throws NotSurveyed when it does not describe a computer with IOMMU groups
     */
    public static Survey of(Path sys, String label) {
        return new SysfsSurvey(sys, label).survey();
    }

    private Survey survey() {
        List<String> names = names();
        members();
        List<FoundDevice> devices = new ArrayList<>();
        boolean methods = names.stream()
                .anyMatch(
                        name -> Files.exists(sys.resolve(DEVICES).resolve(name).resolve("reset_method")));
        for (String name : names) {
            devices.add(device(name, methods));
        }
        if (devices.stream().noneMatch(FoundDevice::passable)) {
            throw new NotSurveyed(
                    label + "/" + GROUPS,
                    "a device that is in an IOMMU group, and no bridge",
                    "none; PCI devices in all: " + devices.size(),
                    "on x86 the kernel makes groups with intel_iommu=on or amd_iommu=on; a copy needs kernel/iommu_groups");
        }
        List<String> gaps = new ArrayList<>();
        if (!methods) {
            gaps.add("no reset_method, which Linux has since 5.15: each device counts as one that resets alone");
        }
        long without = names.stream()
                .filter(name -> !Files.isRegularFile(file(name, "resource")))
                .count();
        if (without > 0) {
            gaps.add("no file resource for " + without + " of " + names.size() + " devices: they have no BARs");
        }
        MemoryEnd memory = MemoryEnd.of(sys);
        return new Survey(label, devices, memory.bytes(), memory.from(), gaps);
    }

    private Path file(String device, String name) {
        return sys.resolve(DEVICES).resolve(device).resolve(name);
    }

    private List<String> names() {
        if (!Files.isDirectory(sys)) {
            throw new NotSurveyed(
                    label, "a folder with " + DEVICES, Files.exists(sys) ? "a file" : "no such folder", COPY);
        }
        List<String> names = SysFile.names(sys.resolve(DEVICES));
        if (names.isEmpty()) {
            boolean below = Files.isDirectory(sys.resolve("sys").resolve(DEVICES));
            throw new NotSurveyed(
                    label,
                    "PCI devices in " + DEVICES,
                    Files.isDirectory(sys.resolve(DEVICES)) ? "an empty folder" : "no such folder",
                    below ? "did you mean " + label + "/sys?" : COPY);
        }
        for (String name : names) {
            if (!ADDRESS.matcher(name).matches()) {
                throw new NotSurveyed(
                        label + "/" + DEVICES, "addresses such as 0000:3b:00.0", "\"" + name + "\"", COPY);
            }
        }
        return names;
    }

    /** Who is in which group: the folder of the groups says so. A device says it of itself, too, by a link. */
    private void members() {
        for (String number : SysFile.names(sys.resolve(GROUPS))) {
            if (!NUMBER.matcher(number).matches()) {
                throw new NotSurveyed(label + "/" + GROUPS, "numbers of groups", "\"" + number + "\"", COPY);
            }
            SysFile.names(sys.resolve(GROUPS).resolve(number).resolve("devices"))
                    .forEach(address -> groups.put(address, Integer.parseInt(number)));
        }
    }

    private FoundDevice device(String address, boolean methods) {
        Path folder = sys.resolve(DEVICES).resolve(address);
        if (!Files.isDirectory(folder)) {
            throw new NotSurveyed(
                    label + "/" + DEVICES + "/" + address,
                    "the folder of a device",
                    Files.isSymbolicLink(folder) ? "a link that leads nowhere" : "a file",
                    COPY);
        }
        PciIds ids = new PciIds(
                (int) SysFile.hex(folder.resolve("vendor"), WORD),
                (int) SysFile.hex(folder.resolve("device"), WORD),
                (int) SysFile.hex(folder.resolve("class"), CLASS),
                ResourceFile.bars(folder.resolve("resource")));
        ResetMethod reset = ResetMethod.of(SysFile.text(folder.resolve("reset_method")), methods);
        return new FoundDevice(
                address, root(folder, address), ids, reset.reset(), reset.from(), group(folder, address));
    }

    private OptionalInt group(Path folder, String address) {
        if (groups.containsKey(address)) {
            return OptionalInt.of(groups.get(address));
        }
        String target = target(folder.resolve("iommu_group"));
        String number = target.substring(target.lastIndexOf('/') + 1);
        return NUMBER.matcher(number).matches() ? OptionalInt.of(Integer.parseInt(number)) : OptionalInt.empty();
    }

    /** The root bus is in the path of a device; in a copy without links, its domain counts. */
    private static String root(Path folder, String address) {
        Matcher root = ROOT.matcher(target(folder));
        return root.find() ? root.group(1) : "PCI domain " + address.substring(0, address.indexOf(':'));
    }

    private static String target(Path link) {
        try {
            return Files.isSymbolicLink(link) ? Files.readSymbolicLink(link).toString() : "";
        } catch (IOException e) {
            return "";
        }
    }
}
