// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vfiooracle.contract.declaration.Declaration;
import org.vfiooracle.contract.declaration.Declarations;
import org.vfiooracle.engine.operation.Operation;
import org.vfiooracle.samples.SampleOperations;

final class OperationCodecTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'open','path':'/dev/vfio/vfio','as':'C1'}",
                "{'op':'open','group':'A','as':'G1'}",
                "{'op':'close','on':'C1'}",
                "{'op':'VFIO_GET_API_VERSION','on':'C1'}",
                "{'op':'VFIO_CHECK_EXTENSION','on':'C1','extension':7}",
                "{'op':'VFIO_SET_IOMMU','on':'C1','type':7}",
                "{'op':'VFIO_GROUP_GET_STATUS','on':'G1','argsz':8}",
                "{'op':'VFIO_GROUP_SET_CONTAINER','on':'G1','container':'C1'}",
                "{'op':'VFIO_GROUP_UNSET_CONTAINER','on':'G1'}",
                "{'op':'VFIO_GROUP_GET_DEVICE_FD','on':'G1','device':'A.0','as':'D1'}",
                "{'op':'VFIO_IOMMU_SPAPR_TCE_GET_INFO','on':'C1','argsz':32}",
                "{'op':'VFIO_IOMMU_ENABLE','on':'C1'}",
                "{'op':'VFIO_IOMMU_DISABLE','on':'C1'}",
                "{'op':'VFIO_IOMMU_SPAPR_REGISTER_MEMORY','on':'C1','argsz':24,'flags':'0x0','vaddr':'B1+0x0','size':'0x100000'}",
                "{'op':'VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY','on':'C1','argsz':24,'flags':'0x0','vaddr':'0x1000','size':'0x100000'}",
                "{'op':'VFIO_IOMMU_MAP_DMA','on':'C1','argsz':32,'flags':'0x3','vaddr':'B1+0x1000','iova':'0x0','size':'0x1000'}",
                "{'op':'VFIO_IOMMU_UNMAP_DMA','on':'C1','argsz':24,'flags':'0x0','iova':'0xffffffffffffffff','size':'0x1000'}",
                "{'op':'VFIO_IOMMU_SPAPR_TCE_CREATE','on':'C1','argsz':40,'flags':'0x0','page_shift':16,'window_size':'0x40000000','levels':1}",
                "{'op':'VFIO_IOMMU_SPAPR_TCE_REMOVE','on':'C1','argsz':16,'flags':'0x0','start_addr':'0x0','pointer':'unmapped'}",
                "{'op':'close','by':'P2','on':'C1'}",
                "{'op':'dup','on':'C1','as':'C2'}",
                "{'op':'fork','as':'P2'}",
                "{'op':'exit'}",
                "{'op':'ioctl','on':'C1','nr':150,'arg':'0x0'}",
                "{'op':'VFIO_DEVICE_GET_INFO','on':'D1','argsz':16,'pointer':'read-only'}",
                "{'op':'VFIO_EEH_PE_OP','on':'C1','argsz':12,'flags':'0x0','pe_op':4}",
                "{'op':'VFIO_IOMMU_GET_INFO','on':'C1','argsz':16}",
                "{'op':'repeat','times':65535,'iova_step':'0x1000','call':{'op':'VFIO_IOMMU_UNMAP_DMA','on':'C1','argsz':24,'flags':'0x0','iova':'0x0','size':'0x1000'}}",
                "{'op':'repeat','by':'P2','times':1,'call':{'op':'VFIO_IOMMU_ENABLE','on':'C1'}}",
                "{'op':'dma-write','on':'D1','iova':'0x0'}",
                "{'op':'dma-read','on':'D1','iova':'0x0','through':'0x1000'}",
                "{'op':'start','program':'qemu-7.2','as':'V1','ram':'B1','devices':['A.0@0','B.0@1']}",
                "{'op':'device_add','on':'V1','device':'A.0','phb':0}",
                "{'op':'device_del','on':'V1','device':'A.0'}",
                "{'op':'memory_add','on':'V1','ram':'B2'}",
                "{'op':'system_reset','on':'V1'}",
                "{'op':'quit','on':'V1'}",
                "{'op':'H_PUT_TCE','on':'V1','liobn':'0x80000000','ioba':'0x0','tce':'0x1003'}",
                "{'op':'H_PUT_TCE_INDIRECT','on':'V1','liobn':'0x80000000','ioba':'0x0','tce_list':'0x2000','npages':1,'tces':['0x1003']}",
                "{'op':'H_STUFF_TCE','on':'V1','liobn':'0x80000000','ioba':'0x0','tce':'0x0','npages':2}",
                "{'op':'H_GET_TCE','on':'V1','liobn':'0x80000000','ioba':'0x0'}",
                "{'op':'ibm,query-pe-dma-window','on':'V1','phb':0,'nret':6}",
                "{'op':'ibm,create-pe-dma-window','on':'V1','phb':0,'page_shift':16,'window_shift':30}",
                "{'op':'ibm,remove-pe-dma-window','on':'V1','liobn':'0x80000001'}",
                "{'op':'ibm,reset-pe-dma-window','on':'V1','phb':0}",
                "{'op':'ibm,set-eeh-option','on':'V1','device':'A.0','option':1}",
                "{'op':'ibm,read-slot-reset-state2','on':'V1','device':'A.0'}",
                "{'op':'ibm,set-slot-reset','on':'V1','device':'A.0','option':1}",
                "{'op':'ibm,configure-pe','on':'V1','device':'A.0'}"
            })
    void every_operation_is_written_as_the_protocol_has_it(String document) throws Exception {
        String json = document.replace('\'', '"');

        Operation read = OperationCodec.decode(JSON.readValue(json, Map.class), "operations[0]");

        assertThat(JSON.writeValueAsString(OperationCodec.encode(read))).isEqualTo(json);
    }

    @Test
    void what_is_written_of_any_operation_is_read_again() {
        List<Declaration> all = Declarations.ofOperations().all();

        assertThat(all).hasSizeGreaterThan(40).allSatisfy(declaration -> {
            Operation operation = (Operation) SampleOperations.of(declaration);
            assertThat(OperationCodec.decode(OperationCodec.encode(operation), ""))
                    .isEqualTo(operation);
        });
    }

    @Test
    void the_size_of_the_struct_and_no_flags_are_meant_where_nothing_is_said() {
        Operation read = OperationCodec.decode(
                Map.of(
                        "op",
                        "VFIO_IOMMU_SPAPR_TCE_CREATE",
                        "on",
                        "C1",
                        "page_shift",
                        16,
                        "window_size",
                        "0x0",
                        "levels",
                        1),
                "");

        assertThat(read).isEqualTo(new Operation.TceCreate("C1", 40, 0, 16, 0, 1));
    }

    @Test
    void names_and_arguments_are_known() {
        assertThat(OperationCodec.names()).contains("open", "VFIO_SET_IOMMU");
        assertThat(OperationCodec.arguments("VFIO_IOMMU_UNMAP_DMA"))
                .containsExactly("on", "argsz", "flags", "iova", "size", "pointer");
        assertThat(OperationCodec.arguments("none")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}=>operations[2]: expected the key \"op\", found nothing of this name",
                "{'op':'ioctls'}=>operations[2].op: expected one of ",
                "{'op':'open','path':'/dev/null','as':'C1'}=>operations[2].path: expected /dev/vfio/vfio",
                "{'op':'open','as':'C1'}=>operations[2]: expected the key \"group\", found only as",
                "{'op':'close','on':'C1','as':'X'}=>operations[2].as: expected no other key here",
                "{'op':'VFIO_GROUP_GET_STATUS','on':'G1','pointer':'bad'}=>operations[2].pointer: expected good, unmapped or read-only",
                "{'op':'close','on':1}=>operations[2].on: expected a string, found 1",
                "{'op':'VFIO_SET_IOMMU','on':'C1','type':'7'}=>operations[2].type: expected a decimal integer, found \"7\"",
                "{'op':'VFIO_SET_IOMMU','on':'C1','type':-1}=>operations[2].type: expected a number from 0 to 4294967295",
                "{'op':'VFIO_IOMMU_UNMAP_DMA','on':'C1','iova':4096,'size':'0x0'}=>operations[2].iova: expected a lower-case hex",
                "{'op':'VFIO_IOMMU_UNMAP_DMA','on':'C1','iova':'0x00','size':'0x0'}=>operations[2].iova: expected a lower-case hex",
                "{'op':'VFIO_IOMMU_UNMAP_DMA','on':'C1','iova':'0xA','size':'0x0'}=>operations[2].iova: expected a lower-case hex",
                "{'op':'repeat','times':0,'call':{'op':'VFIO_IOMMU_ENABLE','on':'C1'}}=>operations[2].times: expected a number from 1 to 1000000, found 0",
                "{'op':'repeat','times':2,'call':{'op':'close','on':'C1'}}=>operations[2].call.op: expected a request that opens nothing, such as VFIO_IOMMU_MAP_DMA, found \"close\"",
                "{'op':'repeat','times':2,'call':{'op':'VFIO_GROUP_GET_DEVICE_FD','on':'G1','device':'A.0','as':'D1'}}=>operations[2].call.op: expected a request that opens nothing",
                "{'op':'repeat','times':2,'call':{'op':'VFIO_IOMMU_ENABLE','by':'P2','on':'C1'}}=>operations[2].call: expected a request, with \"by\" beside \"repeat\"",
                "{'op':'repeat','times':2,'iova_step':'0x1000','call':{'op':'VFIO_IOMMU_ENABLE','on':'C1'}}=>operations[2].iova_step: expected a request that has the argument \"iova\", found \"VFIO_IOMMU_ENABLE\"",
                "{'op':'repeat','times':2,'call':{'op':'repeat','times':2,'call':{'op':'VFIO_IOMMU_ENABLE','on':'C1'}}}=>operations[2].call.op: expected a request that opens nothing",
                "{'op':'VFIO_IOMMU_MAP_DMA','on':'C1','vaddr':'B1','iova':'0x0','size':'0x0'}=>operations[2].vaddr: expected an address"
            })
    void another_document_is_refused_at_its_place(String documentAndMessage) throws Exception {
        String[] parts = documentAndMessage.split("=>", 2);
        Object tree = JSON.readValue(parts[0].replace('\'', '"'), Map.class);

        assertThatThrownBy(() -> OperationCodec.decode(tree, "operations[2]"))
                .isInstanceOf(CodecProblem.class)
                .hasMessageStartingWith(parts[1]);
    }
}
