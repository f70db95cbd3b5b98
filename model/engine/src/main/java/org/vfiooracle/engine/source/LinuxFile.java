// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.source;

import org.vfiooracle.engine.platform.Releases;

/**
 * The files of Linux that rules were read in, each with the releases that have it. A file that was renamed, or that another
 * one took functions from, is one constant for each name.
 */
public enum LinuxFile {
    /** The VFIO core, as long as it was one file. */
    VFIO("drivers/vfio/vfio.c", Releases.to("5.19")),
    /** The same under its new name, and what is left there since. */
    VFIO_MAIN("drivers/vfio/vfio_main.c", Releases.from("6.0")),
    /** Containers of the VFIO core. */
    CONTAINER("drivers/vfio/container.c", Releases.from("6.1")),
    /** Groups of the VFIO core. */
    GROUP("drivers/vfio/group.c", Releases.from("6.2")),
    /** The IOMMU driver of POWER. */
    SPAPR_TCE("drivers/vfio/vfio_iommu_spapr_tce.c", Releases.ALL),
    /** Its EEH operations, as long as they were a file of their own. */
    SPAPR_EEH("drivers/vfio/vfio_spapr_eeh.c", Releases.to("6.1")),
    /** The IOMMU driver of the others. */
    TYPE1("drivers/vfio/vfio_iommu_type1.c", Releases.ALL),
    /** PCI devices. */
    VFIO_PCI("drivers/vfio/pci/vfio_pci.c", Releases.ALL),
    /** What all drivers of PCI devices share. */
    VFIO_PCI_CORE("drivers/vfio/pci/vfio_pci_core.c", Releases.from("5.15")),
    /** TCE tables of any POWER host. */
    POWERPC_IOMMU("arch/powerpc/kernel/iommu.c", Releases.ALL),
    /** Its header. */
    POWERPC_IOMMU_H("arch/powerpc/include/asm/iommu.h", Releases.ALL),
    /** Registered memory. */
    MMU_CONTEXT_IOMMU("arch/powerpc/mm/mmu_context_iommu.c", Releases.between("4.2", "5.1")),
    /** The same under its new name. */
    BOOK3S64_IOMMU("arch/powerpc/mm/book3s64/iommu_api.c", Releases.from("5.2")),
    /** Bare metal. */
    POWERNV_PCI("arch/powerpc/platforms/powernv/pci.c", Releases.ALL),
    /** The bridges from POWER7 on. */
    PCI_IODA("arch/powerpc/platforms/powernv/pci-ioda.c", Releases.ALL),
    /** Their TCE tables. */
    PCI_IODA_TCE("arch/powerpc/platforms/powernv/pci-ioda-tce.c", Releases.from("4.19")),
    /** The bridges before POWER7. */
    PCI_P5IOC2("arch/powerpc/platforms/powernv/pci-p5ioc2.c", Releases.to("4.5")),
    /** EEH of any POWER host. */
    EEH("arch/powerpc/kernel/eeh.c", Releases.ALL),
    /** EEH of bare metal. */
    EEH_POWERNV("arch/powerpc/platforms/powernv/eeh-powernv.c", Releases.ALL),
    /** Partitions. */
    PSERIES_IOMMU("arch/powerpc/platforms/pseries/iommu.c", Releases.ALL),
    /** Locked memory of processes. */
    MM_UTIL("mm/util.c", Releases.ALL),
    /** The IOMMU of x86. */
    INTEL_IOMMU_OLD("drivers/iommu/intel-iommu.c", Releases.to("5.7")),
    /** The same in a folder of its own. */
    INTEL_IOMMU("drivers/iommu/intel/iommu.c", Releases.from("5.8"));

    private final String path;
    private final Releases releases;

    LinuxFile(String path, Releases releases) {
        this.path = path;
        this.releases = releases;
    }

    /** Returns a function that this has had as long as there was this file. */
    public Source in(String function) {
        return in(function, Releases.ALL);
    }

    /** Returns a function that this has had in some releases. */
    public Source in(String function, Releases having) {
        return Source.elsewhere("").then(this, function, having);
    }

    /** Its path in the tree of Linux. */
    public String path() {
        return path;
    }

    /** The releases that have it, among those that the model knows. */
    public Releases releases() {
        return releases;
    }
}
