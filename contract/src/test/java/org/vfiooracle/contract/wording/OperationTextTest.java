// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vfiooracle.engine.operation.Address;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.engine.operation.Repeat;

final class OperationTextTest {
    private static final Address START = new Address.InBuffer("B1", 0);

    @Test
    void says_who_joins_what() {
        assertThat(OperationText.of(new Operation.SetContainer("G2", "C1")))
                .isEqualTo("VFIO_GROUP_SET_CONTAINER(G2 -> C1)");
    }

    @Test
    void says_what_a_descriptor_is_called() {
        assertThat(OperationText.of(new Operation.OpenContainer("C1"))).isEqualTo("open(/dev/vfio/vfio as C1)");
        assertThat(OperationText.of(new Operation.OpenGroup("A", "G1"))).isEqualTo("open(group A as G1)");
        assertThat(OperationText.of(new Operation.GetDeviceFd("G1", "A.0", "D1")))
                .isEqualTo("VFIO_GROUP_GET_DEVICE_FD(G1, A.0 as D1)");
        assertThat(OperationText.of(new Operation.Close("C1"))).isEqualTo("close(C1)");
    }

    @Test
    void leaves_out_what_everybody_would_assume() {
        assertThat(OperationText.of(new Operation.MapDma("C1", 32, 0, START, 0x1000, 0x2000)))
                .isEqualTo("VFIO_IOMMU_MAP_DMA(C1, vaddr B1+0x0, iova 0x1000, size 0x2000)");
        assertThat(OperationText.of(new Operation.GetStatus("G1", 8))).isEqualTo("VFIO_GROUP_GET_STATUS(G1)");
    }

    @Test
    void keeps_what_is_unusual() {
        assertThat(OperationText.of(new Operation.MapDma("C1", 31, 3, START, 0, 0x2000)))
                .isEqualTo("VFIO_IOMMU_MAP_DMA(C1, argsz 31, flags 0x3, vaddr B1+0x0, iova 0x0, size 0x2000)");
        assertThat(OperationText.of(new Operation.SetIommu("C1", 7))).isEqualTo("VFIO_SET_IOMMU(C1, type 7)");
    }

    @Test
    void says_how_often_and_how_much_further() {
        Repeat repeat = new Repeat(65535, 0x1000, 0, new Operation.UnmapDma("C1", 24, 0, 0, 0x1000));

        assertThat(OperationText.of(repeat))
                .isEqualTo("VFIO_IOMMU_UNMAP_DMA(C1, iova 0x0, size 0x1000) 65535 times, iova +0x1000");
        assertThat(OperationText.of(new Operation.By("P2", repeat)))
                .isEqualTo("VFIO_IOMMU_UNMAP_DMA(by P2, C1, iova 0x0, size 0x1000) 65535 times, iova +0x1000");
    }
}
