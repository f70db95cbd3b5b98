// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/** The files of {@code /sys} and {@code /dev/vfio} that a program looks at, as real files below a folder. */
public final class SysTree {
    private static final String DRIVER = "sys/bus/pci/drivers/vfio-pci";

    private final Path root;

    private SysTree(Path root) {
        this.root = root;
    }

    /**
     * Writes the files of a machine below {@code root}.
     *
     * @throws IOException when they cannot be written
     */
    public static void write(Path root, HostNames names) throws IOException {
        SysTree tree = new SysTree(root);
        tree.node("dev/vfio/vfio");
        tree.file(DRIVER + "/bind", "");
        tree.file(DRIVER + "/unbind", "");
        tree.file(DRIVER + "/new_id", "");
        tree.file("sys/bus/pci/drivers_probe", "");
        tree.file("sys/module/vfio/initstate", "live\n");
        tree.file("sys/module/vfio_pci/initstate", "live\n");
        Files.createDirectories(root.resolve("sys/bus/pci/devices"));
        for (HostNames.Named named : names.devices()) {
            tree.device(named);
        }
    }

    private void device(HostNames.Named named) throws IOException {
        PciIds ids = named.ids();
        String place = "devices/pci" + named.domain() + ":00/" + named.address();
        String folder = "sys/" + place;
        file(folder + "/vendor", hex(ids.vendor(), 4));
        file(folder + "/device", hex(ids.device(), 4));
        file(folder + "/subsystem_vendor", hex(ids.vendor(), 4));
        file(folder + "/subsystem_device", hex(ids.device(), 4));
        file(folder + "/class", hex(ids.classCode(), 6));
        file(folder + "/revision", hex(0, 2));
        file(folder + "/irq", "0\n");
        file(folder + "/enable", "0\n");
        file(folder + "/numa_node", "-1\n");
        file(folder + "/resource", resources(ids));
        bytes(folder + "/config", ids.header().toArray());
        node("dev/vfio/" + named.group());
        link("sys/bus/pci/devices/" + named.address(), "../../../" + place);
        link(folder + "/iommu_group", "../../../kernel/iommu_groups/" + named.group());
        link(folder + "/driver", "../../../bus/pci/drivers/vfio-pci");
        link(folder + "/subsystem", "../../../bus/pci");
        link(DRIVER + "/" + named.address(), "../../../../" + place);
        String group = "sys/kernel/iommu_groups/" + named.group();
        file(group + "/type", "DMA\n");
        link(group + "/devices/" + named.address(), "../../../../" + place);
    }

    /** One line for each region: first address, last address, flags. Nobody has placed them, so each begins at 0. */
    private static String resources(PciIds ids) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            Bar bar = i < ids.bars().size() ? ids.bars().get(i) : Bar.NONE;
            lines.append(String.format(
                    Locale.ROOT, "0x%016x 0x%016x 0x%016x\n", 0, Math.max(0, bar.size() - 1), flags(bar)));
        }
        return lines.toString();
    }

    /** What the kernel says of a resource. Source: include/linux/ioport.h. */
    private static int flags(Bar bar) {
        if (!bar.there()) {
            return 0;
        }
        return switch (bar.kind()) {
            case MEMORY -> 0x40200;
            case MEMORY_64 -> 0x140204;
            case PORTS -> 0x40101;
        };
    }

    /** Everybody may open a node, as a rule of udev would have it. */
    private void node(String path) throws IOException {
        file(path, "");
        Files.setPosixFilePermissions(root.resolve(path), PosixFilePermissions.fromString("rw-rw-rw-"));
    }

    private void file(String path, String text) throws IOException {
        bytes(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(String path, byte[] bytes) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new FileSystemException(file.toString(), null, e.getMessage());
        }
    }

    private void link(String path, String target) throws IOException {
        Path link = root.resolve(path);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of(target));
    }

    private static String hex(int number, int digits) {
        return String.format(Locale.ROOT, "0x%0" + digits + "x\n", number);
    }
}
