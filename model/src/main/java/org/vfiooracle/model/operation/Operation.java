// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.operation;

/**
 * One call that an implementation receives, named and argumented as {@code <linux/vfio.h>} spells it. {@code on} is the
 * handle of the descriptor it is made on; {@code as} names the descriptor it returns. Sizes and addresses are in bytes.
 */
public sealed interface Operation {
    /** The name of the call: a system call in lower case or a VFIO request. */
    String name();

    /** The handle the call is made on; empty for {@code open}. */
    default String on() {
        return "";
    }

    /** Opens {@code /dev/vfio/vfio}. */
    record OpenContainer(String as) implements Operation {
        @Override
        public String name() {
            return "open";
        }
    }

    /** Opens {@code /dev/vfio/N} of a group, which is named by its alias in the topology. */
    record OpenGroup(String group, String as) implements Operation {
        @Override
        public String name() {
            return "open";
        }
    }

    record Close(String on) implements Operation {
        @Override
        public String name() {
            return "close";
        }
    }

    record GetApiVersion(String on) implements Operation {
        @Override
        public String name() {
            return "VFIO_GET_API_VERSION";
        }
    }

    record CheckExtension(String on, int extension) implements Operation {
        @Override
        public String name() {
            return "VFIO_CHECK_EXTENSION";
        }
    }

    record SetIommu(String on, int type) implements Operation {
        @Override
        public String name() {
            return "VFIO_SET_IOMMU";
        }
    }

    record GetStatus(String on, int argsz) implements Operation {
        @Override
        public String name() {
            return "VFIO_GROUP_GET_STATUS";
        }
    }

    record SetContainer(String on, String container) implements Operation {
        @Override
        public String name() {
            return "VFIO_GROUP_SET_CONTAINER";
        }
    }

    record UnsetContainer(String on) implements Operation {
        @Override
        public String name() {
            return "VFIO_GROUP_UNSET_CONTAINER";
        }
    }

    /** {@code device} is an alias of the topology: group and ordinal, {@code A.0}. */
    record GetDeviceFd(String on, String device, String as) implements Operation {
        @Override
        public String name() {
            return "VFIO_GROUP_GET_DEVICE_FD";
        }
    }

    record TceGetInfo(String on, int argsz) implements Operation {
        @Override
        public String name() {
            return "VFIO_IOMMU_SPAPR_TCE_GET_INFO";
        }
    }

    record Enable(String on) implements Operation {
        @Override
        public String name() {
            return "VFIO_IOMMU_ENABLE";
        }
    }

    record Disable(String on) implements Operation {
        @Override
        public String name() {
            return "VFIO_IOMMU_DISABLE";
        }
    }

    record RegisterMemory(String on, int argsz, long flags, Address vaddr, long size) implements Operation {
        @Override
        public String name() {
            return "VFIO_IOMMU_SPAPR_REGISTER_MEMORY";
        }
    }

    record UnregisterMemory(String on, int argsz, long flags, Address vaddr, long size) implements Operation {
        @Override
        public String name() {
            return "VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY";
        }
    }

    /** {@code flags}: 1 the device may read, 2 it may write. */
    record MapDma(String on, int argsz, long flags, Address vaddr, long iova, long size) implements Operation {
        @Override
        public String name() {
            return "VFIO_IOMMU_MAP_DMA";
        }
    }

    record UnmapDma(String on, int argsz, long flags, long iova, long size) implements Operation {
        @Override
        public String name() {
            return "VFIO_IOMMU_UNMAP_DMA";
        }
    }

    record TceCreate(String on, int argsz, long flags, int pageShift, long windowSize, int levels)
            implements Operation {
        @Override
        public String name() {
            return "VFIO_IOMMU_SPAPR_TCE_CREATE";
        }
    }

    record TceRemove(String on, int argsz, long flags, long startAddr) implements Operation {
        @Override
        public String name() {
            return "VFIO_IOMMU_SPAPR_TCE_REMOVE";
        }
    }
}
