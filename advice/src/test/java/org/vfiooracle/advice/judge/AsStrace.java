// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.judge;

import java.util.HashMap;
import java.util.Map;
import org.vfiooracle.contract.fixture.Performance;
import org.vfiooracle.contract.fixture.PerformedOperation;
import org.vfiooracle.engine.operation.Answer;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.ProcessCall;

/** A case as strace would have shown it: pointers hide their structs, and numbers have all of their names. */
final class AsStrace {
    private static final Map<String, String> NAMES = Map.of(
            "VFIO_IOMMU_GET_INFO",
                    "VFIO_DEVICE_GET_PCI_HOT_RESET_INFO or VFIO_IOMMU_GET_INFO or VFIO_IOMMU_SPAPR_TCE_GET_INFO",
            "VFIO_IOMMU_SPAPR_TCE_GET_INFO",
                    "VFIO_DEVICE_GET_PCI_HOT_RESET_INFO or VFIO_IOMMU_GET_INFO or VFIO_IOMMU_SPAPR_TCE_GET_INFO",
            "VFIO_IOMMU_ENABLE", "VFIO_DEVICE_GET_GFX_DMABUF or VFIO_IOMMU_ENABLE",
            "VFIO_IOMMU_DISABLE", "VFIO_DEVICE_IOEVENTFD or VFIO_IOMMU_DISABLE",
            "VFIO_IOMMU_MAP_DMA", "VFIO_DEVICE_PCI_HOT_RESET or VFIO_IOMMU_MAP_DMA",
            "VFIO_IOMMU_UNMAP_DMA", "VFIO_DEVICE_QUERY_GFX_PLANE or VFIO_IOMMU_UNMAP_DMA",
            "VFIO_IOMMU_SPAPR_REGISTER_MEMORY",
                    "VFIO_DEVICE_FEATURE or VFIO_IOMMU_DIRTY_PAGES or VFIO_IOMMU_SPAPR_REGISTER_MEMORY");
    private static final Map<String, String> TEXTS = Map.of(
            "EBUSY", "Device or resource busy", "EINVAL", "Invalid argument", "EPERM", "Operation not permitted");

    private final Map<String, Integer> descriptors = new HashMap<>();
    private final Map<String, String> mappings = new HashMap<>();
    private final StringBuilder log = new StringBuilder();
    private int next = 3;

    static String of(Performance performance) {
        AsStrace strace = new AsStrace();
        strace.log.append("execve(\"./program\", [\"./program\"], 0x7ffd /* 9 vars */) = 0\n");
        performance.steps().forEach(strace::step);
        return strace.log.toString();
    }

    private void step(PerformedOperation step) {
        Operation operation = step.operation();
        Answer answer = step.transition().outcome().answer();
        if (operation instanceof Operation.OpenContainer open) {
            line("openat(AT_FDCWD, \"/dev/vfio/vfio\", O_RDWR)", answer, open.as());
        } else if (operation instanceof Operation.OpenGroup open) {
            line(
                    "openat(AT_FDCWD, \"/dev/vfio/" + (open.group().charAt(0) - 'A' + 7) + "\", O_RDWR)",
                    answer,
                    open.as());
        } else if (operation instanceof Operation.Close close) {
            line("close(" + descriptors.get(close.on()) + ")", answer, "");
        } else if (operation instanceof ProcessCall.MapDevice map) {
            line(
                    "mmap(NULL, 65536, PROT_READ|PROT_WRITE, MAP_SHARED, " + descriptors.get(map.on()) + ", 0)",
                    answer,
                    map.as());
        } else if (operation instanceof ProcessCall.UnmapDevice unmap) {
            line("munmap(" + mappings.get(unmap.on()) + ", 65536)", answer, "");
        } else if (operation instanceof Operation.Dup dup) {
            line("dup(" + descriptors.get(dup.on()) + ")", answer, dup.as());
        } else {
            String as = operation instanceof Operation.GetDeviceFd get ? get.as() : "";
            line(
                    "ioctl(" + descriptors.get(operation.on()) + ", "
                            + NAMES.getOrDefault(operation.name(), operation.name()) + ", " + argument(operation) + ")",
                    answer,
                    as);
        }
    }

    private static String argument(Operation operation) {
        if (operation instanceof Operation.CheckExtension check) {
            return "0x" + Integer.toHexString(check.extension());
        }
        return operation instanceof Operation.SetIommu set ? "0x" + Integer.toHexString(set.type()) : "0x7ffcb8eb9564";
    }

    private void line(String call, Answer answer, String as) {
        String padded = call + " ".repeat(Math.max(1, 40 - call.length()));
        if (answer instanceof Answer.Failed failed) {
            String name = failed.errno().name();
            log.append(padded)
                    .append("= -1 ")
                    .append(name)
                    .append(" (")
                    .append(TEXTS.getOrDefault(name, "Error"))
                    .append(")\n");
            return;
        }
        if (call.startsWith("mmap(")) {
            mappings.put(as, "0x7fff8" + (10000 * mappings.size() + 10000));
            log.append(padded).append("= ").append(mappings.get(as)).append('\n');
            return;
        }
        boolean opens = answer.equals(Answer.FD);
        if (opens) {
            descriptors.put(as, next);
        }
        log.append(padded)
                .append("= ")
                .append(opens ? Integer.toString(next++) : answer.toString())
                .append('\n');
    }
}
