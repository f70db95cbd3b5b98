// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vfiooracle.model.engine.Rule;
import org.vfiooracle.model.vmm.Programs;
import org.vfiooracle.model.vmm.Strategy;
import org.vfiooracle.model.vmm.qemu.Qemu;
import org.vfiooracle.model.vmm.qemu.QemuSeries;
import org.vfiooracle.model.vmm.qemu.QemuVersion;

/** The programs above VFIO that are modelled, by id. */
public final class Strategies {
    private static final String QEMU = "qemu-";

    private Strategies() {}

    /** Returns the program of this name and version, if it is modelled. */
    public static Optional<Strategy> find(String id) {
        for (QemuSeries series : QemuSeries.values()) {
            if (id.equals(QEMU + "wip-" + series.key())) {
                return Optional.of(Qemu.of(series));
            }
        }
        if (id.startsWith(QEMU)) {
            return QemuVersion.parse(id.substring(QEMU.length()))
                    .filter(version -> version.since(2, 2))
                    .map(Qemu::of);
        }
        return Optional.empty();
    }

    /** One of each era of each program: what there is to choose from. */
    public static List<Strategy> all() {
        return Stream.of("2.2", "2.4", "2.6", "2.7", "2.11", "2.12", "4.0", "7.2", "8.2", "10.1")
                .map(version -> find(QEMU + version).orElseThrow())
                .toList();
    }

    /** The rules that programs give. */
    static List<Rule> rules() {
        List<Rule> all = new ArrayList<>(Qemu.of(new QemuVersion(7, 2)).rules());
        all.add(Programs.GONE);
        return all;
    }
}
