// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.oracle;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vfiooracle.engine.procedure.Rule;
import org.vfiooracle.programs.dpdk.Dpdk;
import org.vfiooracle.programs.libvfn.Libvfn;
import org.vfiooracle.programs.openvmm.OpenVmm;
import org.vfiooracle.programs.qemu.Qemu;
import org.vfiooracle.programs.qemu.QemuSeries;
import org.vfiooracle.programs.qemu.QemuVersion;
import org.vfiooracle.programs.rustvmm.RustVmm;
import org.vfiooracle.programs.spdk.Spdk;
import org.vfiooracle.programs.vmm.Programs;
import org.vfiooracle.programs.vmm.Strategy;

/** The programs above VFIO that are modelled, by id. */
public final class Strategies {
    private static final String QEMU = "qemu-";
    private static final String SERIES = "qemu-wip-";
    private static final String DPDK = "dpdk-";
    private static final String LIBVFN = "libvfn-";

    private static final List<String> ALL = List.of(
            "qemu-2.2",
            "qemu-2.3",
            "qemu-2.4",
            "qemu-2.5",
            "qemu-2.6",
            "qemu-2.7",
            "qemu-2.11",
            "qemu-2.12",
            "qemu-3.1",
            "qemu-4.0",
            "qemu-7.2",
            "qemu-8.2",
            "qemu-10.1",
            "qemu-10.2",
            "qemu-wip-2014-12",
            "qemu-wip-2015-02",
            "qemu-wip-2015-09",
            "openvmm",
            "dpdk-17.05",
            "dpdk-17.11",
            "dpdk-18.08",
            "dpdk-18.11",
            "dpdk-19.08",
            "dpdk-20.02",
            "dpdk-20.11",
            "dpdk-26.07",
            "spdk",
            "libvfn-2023",
            "libvfn-2024",
            "libvfn-2026",
            "rust-vmm",
            "cloud-hypervisor");

    /** Cases ask for the same ones over and over. */
    private static final Map<String, Strategy> MADE =
            ALL.stream().collect(toUnmodifiableMap(id -> id, id -> make(id).orElseThrow()));

    private Strategies() {}

    /** One of each era of each program, in the order of a table: what there is to choose from. */
    public static List<Strategy> all() {
        return ALL.stream().map(id -> find(id).orElseThrow()).toList();
    }

    /** Returns the program of this name and version, if it is modelled. */
    public static Optional<Strategy> find(String id) {
        Strategy made = MADE.get(id);
        return made == null ? make(id) : Optional.of(made);
    }

    private static Optional<Strategy> make(String id) {
        if (id.startsWith(SERIES)) {
            return QemuSeries.of(id.substring(SERIES.length())).map(Qemu::of);
        }
        if (id.startsWith(QEMU)) {
            return QemuVersion.parse(id.substring(QEMU.length()))
                    .filter(version -> version.since(2, 2))
                    .map(Qemu::of);
        }
        if (id.startsWith(DPDK)) {
            return Dpdk.of(id.substring(DPDK.length()));
        }
        if (id.startsWith(LIBVFN)) {
            return Libvfn.of(id.substring(LIBVFN.length()));
        }
        return switch (id) {
            case "openvmm" -> Optional.of(OpenVmm.program());
            case "spdk" -> Optional.of(Spdk.program());
            case "rust-vmm" -> Optional.of(RustVmm.rustVmm());
            case "cloud-hypervisor" -> Optional.of(RustVmm.cloudHypervisor());
            default -> Optional.empty();
        };
    }

    /** The rules that programs give. */
    static Set<Rule> rules() {
        Set<Rule> all = new LinkedHashSet<>();
        all().forEach(strategy -> all.addAll(strategy.rules()));
        all.add(Programs.GONE);
        return all;
    }
}
