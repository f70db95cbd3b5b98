// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import org.vfiooracle.contract.codec.Hex;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.steps.scene.Scene;

/** Mapping memory of the process at bus addresses. */
public final class MappingSteps {
    private static final long READ_WRITE = 3;

    private final Scene scene;
    private final SceneNames names;

    public MappingSteps(Scene scene, SceneNames names) {
        this.scene = scene;
        this.names = names;
    }

    @Given("{size} of {handle} are mapped at {address} in {handle}")
    @Meaning(
            value = "maps the beginning of a buffer for reading and writing",
            example = "64 KiB of \"B1\" are mapped at 0x0 in \"C1\"")
    public void areMapped(Long size, String buffer, Long iova, String container) {
        scene.given(map(size, buffer, 0, iova, container));
    }

    @When("VFIO_IOMMU_MAP_DMA maps {size} of {handle} at {address} in {handle}")
    @Meaning(
            value = "maps the beginning of a buffer for reading and writing",
            example = "VFIO_IOMMU_MAP_DMA maps 64 KiB of \"B1\" at 0x0 in \"C1\"")
    public void mapDma(Long size, String buffer, Long iova, String container) {
        scene.when(map(size, buffer, 0, iova, container));
    }

    @When("VFIO_IOMMU_MAP_DMA maps {size} of {handle} from {address} at {address} in {handle}")
    @Meaning(
            value = "maps a part of a buffer for reading and writing",
            example = "VFIO_IOMMU_MAP_DMA maps 64 KiB of \"B1\" from 0x10000 at 0x0 in \"C1\"")
    public void mapDmaFrom(Long size, String buffer, Long from, Long iova, String container) {
        scene.when(map(size, buffer, from, iova, container));
    }

    @When("VFIO_IOMMU_UNMAP_DMA unmaps {size} at {address} in {handle}")
    @Meaning(value = "unmaps a range of bus addresses", example = "VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x0 in \"C1\"")
    public void unmapDma(Long size, Long iova, String container) {
        scene.when(OperationBuilder.on(names.any(container), "VFIO_IOMMU_UNMAP_DMA")
                .hex("iova", iova)
                .hex("size", size)
                .operation());
    }

    private Operation map(long size, String buffer, long from, long iova, String container) {
        return OperationBuilder.on(names.any(container), "VFIO_IOMMU_MAP_DMA")
                .hex("flags", READ_WRITE)
                .with("vaddr", names.buffer(buffer).name() + "+" + Hex.of(from))
                .hex("iova", iova)
                .hex("size", size)
                .operation();
    }
}
