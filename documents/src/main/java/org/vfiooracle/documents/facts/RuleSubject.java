// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.documents.facts;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.vfiooracle.engine.procedure.Rule;

/** Rules that somebody looks up together, on one page. */
public enum RuleSubject {
    CONTAINERS("containers", "Containers", "container", "topology", "program.platform"),
    GROUPS("groups-and-devices", "Groups and devices", "group", "device"),
    DESCRIPTORS("descriptors", "Descriptors, structs, processes and DMA", "fd", "struct", "process", "dma"),
    ATTACH("spapr-attach", "sPAPR: attaching and detaching groups", "spapr"),
    WINDOWS("spapr-windows", "sPAPR: DMA windows", windows()),
    MAPPING("spapr-mapping", "sPAPR: mapping", "spapr.map", "spapr.unmap", "spapr.tces"),
    MEMORY("spapr-memory", "sPAPR: memory that is locked and registered", memory()),
    EEH("spapr-eeh", "sPAPR: errors and their recovery (EEH)", "spapr.eeh"),
    TYPE1("type1", "Type1", "type1"),
    TYPE1_MAPPING("type1-mapping", "Type1: mapping", "type1.map", "type1.unmap"),
    GUEST("guest", "Guests", "guest"),
    QEMU("qemu", "QEMU: containers, groups and devices", "qemu", "program"),
    QEMU_RUNNING("qemu-running", "QEMU: memory, windows, resets and EEH", running()),
    DPDK("dpdk-and-spdk", "DPDK and SPDK", "dpdk", "spdk"),
    OTHERS("other-programs", "OpenVMM, rust-vmm and cloud-hypervisor", "openvmm", "rustvmm"),
    LIBVFN("libvfn", "libvfn", "libvfn");

    private final String file;
    private final String title;
    private final List<String> beginnings;

    RuleSubject(String file, String title, String... beginnings) {
        this.file = file;
        this.title = title;
        this.beginnings = List.of(beginnings);
    }

    private static String[] windows() {
        return new String[] {
            "spapr.create", "spapr.window", "spapr.default-window", "spapr.remove", "spapr.info", "spapr.partition"
        };
    }

    private static String[] running() {
        return new String[] {"qemu.memory", "qemu.window", "qemu.reset", "qemu.eeh", "qemu.series", "qemu.quit"};
    }

    private static String[] memory() {
        return new String[] {"spapr.register", "spapr.unregister", "spapr.memory", "spapr.enable", "spapr.disable"};
    }

    /**
     * Returns the page of a rule: the one that names the longest beginning of its id.
     *
     * @throws IllegalArgumentException when no page names any
     */
    public static RuleSubject of(Rule rule) {
        return Arrays.stream(values())
                .filter(subject -> subject.beginning(rule.id()) > 0)
                .max(Comparator.comparingInt(subject -> subject.beginning(rule.id())))
                .orElseThrow(() -> new IllegalArgumentException("no page of docs/reference/rules takes " + rule.id()));
    }

    /** The name of its page, without what tells the format. */
    public String file() {
        return file;
    }

    /** What the page is called. */
    public String title() {
        return title;
    }

    private int beginning(String id) {
        return beginnings.stream()
                .filter(beginning -> id.startsWith(beginning + "."))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
