// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that looks as sysfs does. */
final class SysfsFolder {
    private final Path sys;

    SysfsFolder(Path sys) {
        this.sys = sys;
    }

    /** Adds a device below a root bus such as {@code pci0030:00}. */
    SysfsFolder device(String root, String address, String ids, String classCode) {
        String folder = "devices/" + root + "/" + address;
        file(folder + "/vendor", "0x" + ids.substring(0, 4) + "\n");
        file(folder + "/device", "0x" + ids.substring(5) + "\n");
        file(folder + "/class", "0x" + classCode + "\n");
        return link("bus/pci/devices/" + address, "../../../" + folder);
    }

    /** Puts a device into a group. */
    SysfsFolder group(int number, String root, String address) {
        return link(
                "kernel/iommu_groups/" + number + "/devices/" + address, "../../../../devices/" + root + "/" + address);
    }

    SysfsFolder file(String name, String text) {
        try {
            Files.createDirectories(sys.resolve(name).getParent());
            Files.writeString(sys.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    SysfsFolder link(String name, String target) {
        try {
            Files.createDirectories(sys.resolve(name).getParent());
            Files.createSymbolicLink(sys.resolve(name), Path.of(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    String text() {
        Survey survey = SysfsSurvey.of(sys, "SYS");
        return TopologyText.of(survey.ram().isPresent() ? survey : survey.withRam(0x4000_0000L, "made up"), "mine");
    }
}
