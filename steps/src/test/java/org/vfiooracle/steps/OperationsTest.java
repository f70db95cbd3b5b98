// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vfiooracle.contract.cases.Case;
import org.vfiooracle.contract.codec.OperationCodec;
import org.vfiooracle.contract.codec.ProcessCodec;
import org.vfiooracle.steps.run.ScenarioRun;

/** Which calls each step of the vocabulary makes. */
final class OperationsTest {
    @TempDir
    private Path folder;

    private TemporaryCheckout checkout;

    @BeforeEach
    void prepare() {
        checkout = new TemporaryCheckout(folder);
    }

    /** Whether the calls succeed is of no interest here. */
    private Case performed(String steps) {
        ScenarioRun run = checkout.scenario(steps).run().runs().get(0);
        assertThat(run.performed())
                .as("who performs it, of %s", run.notApplicable())
                .isNotEmpty();
        return run.performed().get(0).performed();
    }

    private String calls(String steps) {
        return performed(steps).operations().stream()
                .map(operation -> OperationCodec.encode(operation).toString())
                .collect(joining("\n"));
    }

    @Test
    void groups_on_different_phbs() {
        assertThat(calls("Given groups \"G1\", \"G2\" and \"G3\" on different PHBs\n"))
                .isEqualTo("""
                        {op=open, group=D, as=G1}
                        {op=open, group=E, as=G2}
                        {op=open, group=A, as=G3}""");
        assertThat(calls("Given groups \"G1\" and \"G2\" on different PHBs\n")).isEqualTo("""
                        {op=open, group=D, as=G1}
                        {op=open, group=E, as=G2}""");
        assertThat(calls("Given group \"G1\"\n")).isEqualTo("{op=open, group=D, as=G1}");
    }

    @Test
    void groups_on_the_same_phb() {
        assertThat(calls("Given groups \"G1\", \"G2\" and \"G3\" on the same PHB\n"))
                .isEqualTo("""
                        {op=open, group=C, as=G1}
                        {op=open, group=A, as=G2}
                        {op=open, group=B, as=G3}""");
        assertThat(calls("Given groups \"G1\" and \"G2\" on the same PHB\n")).isEqualTo("""
                        {op=open, group=C, as=G1}
                        {op=open, group=A, as=G2}""");
    }

    @Test
    void devices() {
        assertThat(calls("""
                                Given group "G1" with two devices
                                And "G1" is in container "C1" with IOMMU type v1
                                And device 1 of "G1" is open as "D1"
                                When VFIO_GROUP_GET_DEVICE_FD opens device 0 of "G1" as "D2"
                                """)).isEqualTo("""
                        {op=open, group=E, as=G1}
                        {op=open, path=/dev/vfio/vfio, as=C1}
                        {op=VFIO_GROUP_SET_CONTAINER, on=G1, container=C1}
                        {op=VFIO_SET_IOMMU, on=C1, type=2}
                        {op=VFIO_GROUP_GET_DEVICE_FD, on=G1, device=E.1, as=D1}
                        {op=VFIO_GROUP_GET_DEVICE_FD, on=G1, device=E.0, as=D2}""");
    }

    @Test
    void containers_and_groups() {
        assertThat(calls("""
                                Given group "G1"
                                And container "C1"
                                And "G1" is in container "C1"
                                And container "C1" has IOMMU type v1
                                And container "C1" is enabled
                                And "G1" has left container "C1"
                                And "G1" is closed
                                When open is called for group "G1" as "G2"
                                And open is called for a container as "C2"
                                And VFIO_GROUP_GET_STATUS asks "G2"
                                And VFIO_GROUP_SET_CONTAINER puts "G2" into "C2"
                                And VFIO_SET_IOMMU sets type 9 on "C2"
                                And VFIO_CHECK_EXTENSION asks "C2" for eeh
                                And VFIO_GET_API_VERSION asks "C2"
                                And VFIO_IOMMU_SPAPR_TCE_GET_INFO asks "C2"
                                And VFIO_IOMMU_ENABLE is called on "C2"
                                And VFIO_IOMMU_DISABLE is called on "C2"
                                And VFIO_GROUP_UNSET_CONTAINER takes "G2" out
                                And close is called on "C2"
                                """)).isEqualTo("""
                        {op=open, group=D, as=G1}
                        {op=open, path=/dev/vfio/vfio, as=C1}
                        {op=VFIO_GROUP_SET_CONTAINER, on=G1, container=C1}
                        {op=VFIO_SET_IOMMU, on=C1, type=2}
                        {op=VFIO_IOMMU_ENABLE, on=C1}
                        {op=VFIO_GROUP_UNSET_CONTAINER, on=G1}
                        {op=close, on=G1}
                        {op=open, group=D, as=G2}
                        {op=open, path=/dev/vfio/vfio, as=C2}
                        {op=VFIO_GROUP_GET_STATUS, on=G2, argsz=8}
                        {op=VFIO_GROUP_SET_CONTAINER, on=G2, container=C2}
                        {op=VFIO_SET_IOMMU, on=C2, type=9}
                        {op=VFIO_CHECK_EXTENSION, on=C2, extension=5}
                        {op=VFIO_GET_API_VERSION, on=C2}
                        {op=VFIO_IOMMU_SPAPR_TCE_GET_INFO, on=C2, argsz=32}
                        {op=VFIO_IOMMU_ENABLE, on=C2}
                        {op=VFIO_IOMMU_DISABLE, on=C2}
                        {op=VFIO_GROUP_UNSET_CONTAINER, on=G2}
                        {op=close, on=C2}""");
    }

    @Test
    void memory_mappings_and_windows() {
        assertThat(calls("""
                                Given container "C1"
                                And memory "B1" of 1 MiB
                                When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
                                And VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers 64 KiB of "B1" from 0x10000 in "C1"
                                And VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C1"
                                And VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters 64 KiB of "B1" from 0x10000 in "C1"
                                And VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C1"
                                And VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" from 0x10000 at 0x1000 in "C1"
                                And VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x1000 in "C1"
                                And VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 1 GiB with 64 KiB pages in "C1"
                                And VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 1 GiB with 16 MiB pages and 2 levels in "C1"
                                And VFIO_IOMMU_SPAPR_TCE_REMOVE removes the window at 0x800000000000000 from "C1"
                                And VFIO_IOMMU_SPAPR_TCE_CREATE is called on "C1" with
                                  | argsz       | 20     |
                                  | page_shift  | 13     |
                                  | window_size | 0x1000 |
                                  | levels      | 9      |
                                  | flags       | 0x1    |
                                """)).isEqualTo("""
                        {op=open, path=/dev/vfio/vfio, as=C1}
                        {op=VFIO_IOMMU_SPAPR_REGISTER_MEMORY, on=C1, argsz=24, flags=0x0, vaddr=B1+0x0, size=0x100000}
                        {op=VFIO_IOMMU_SPAPR_REGISTER_MEMORY, on=C1, argsz=24, flags=0x0, vaddr=B1+0x10000, size=0x10000}
                        {op=VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY, on=C1, argsz=24, flags=0x0, vaddr=B1+0x0, size=0x100000}
                        {op=VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY, on=C1, argsz=24, flags=0x0, vaddr=B1+0x10000, size=0x10000}
                        {op=VFIO_IOMMU_MAP_DMA, on=C1, argsz=32, flags=0x3, vaddr=B1+0x0, iova=0x0, size=0x10000}
                        {op=VFIO_IOMMU_MAP_DMA, on=C1, argsz=32, flags=0x3, vaddr=B1+0x10000, iova=0x1000, size=0x10000}
                        {op=VFIO_IOMMU_UNMAP_DMA, on=C1, argsz=24, flags=0x0, iova=0x1000, size=0x10000}
                        {op=VFIO_IOMMU_SPAPR_TCE_CREATE, on=C1, argsz=40, flags=0x0, page_shift=16, window_size=0x40000000, \
                        levels=1}
                        {op=VFIO_IOMMU_SPAPR_TCE_CREATE, on=C1, argsz=40, flags=0x0, page_shift=24, window_size=0x40000000, \
                        levels=2}
                        {op=VFIO_IOMMU_SPAPR_TCE_REMOVE, on=C1, argsz=16, flags=0x0, start_addr=0x800000000000000}
                        {op=VFIO_IOMMU_SPAPR_TCE_CREATE, on=C1, argsz=20, flags=0x1, page_shift=13, window_size=0x1000, \
                        levels=9}""");
    }

    @Test
    void givens_of_windows_and_mappings() {
        assertThat(calls("""
                                Given group "G1"
                                And "G1" is in container "C1" with IOMMU type v2
                                And memory "B1" of 1 MiB is registered in "C1"
                                And 64 KiB of "B1" are mapped at 0x0 in "C1"
                                And the default window of "C1" is removed
                                And "C1" has a window of 1 GiB with 64 KiB pages
                                And "C1" has a window of 2 GiB with 4 KiB pages and 2 levels
                                When close is called on "G1"
                                Then it answers
                                  | platforms           | answer |
                                  | ioda2, phb4 on 6.12 | 0      |
                                  | *                   | n/a    |
                                """)).contains("""
                        {op=VFIO_IOMMU_SPAPR_REGISTER_MEMORY, on=C1, argsz=24, flags=0x0, vaddr=B1+0x0, size=0x100000}
                        {op=VFIO_IOMMU_MAP_DMA, on=C1, argsz=32, flags=0x3, vaddr=B1+0x0, iova=0x0, size=0x10000}
                        {op=VFIO_IOMMU_SPAPR_TCE_REMOVE, on=C1, argsz=16, flags=0x0, start_addr=0x0}
                        {op=VFIO_IOMMU_SPAPR_TCE_CREATE, on=C1, argsz=40, flags=0x0, page_shift=16, window_size=0x40000000, \
                        levels=1}
                        {op=VFIO_IOMMU_SPAPR_TCE_CREATE, on=C1, argsz=40, flags=0x0, page_shift=12, window_size=0x80000000, \
                        levels=2}
                        {op=close, on=G1}""");
    }

    @Test
    void the_process_may_be_described_at_any_time() {
        Case performed = performed("""
                Given container "C1"
                And memory "B1" of 1 MiB
                And memory "B2" of 4 MiB in pages of 2m
                When VFIO_GET_API_VERSION asks "C1"
                Then it answers
                  | platforms | answer |
                  | *         | 0      |
                Given read-only memory "B3" of 64 KiB
                And the process may lock 8 MiB
                And the process has CAP_IPC_LOCK
                When VFIO_GET_API_VERSION asks "C1"
                Then it answers 0
                """);

        assertThat(ProcessCodec.encode(performed.process()).toString())
                .isEqualTo("{memlock=0x800000, capabilities=[CAP_IPC_LOCK], buffers={"
                        + "B1={size=0x100000, backing=page, access=rw}, "
                        + "B2={size=0x400000, backing=2m, access=rw}, "
                        + "B3={size=0x10000, backing=page, access=ro}}}");
        assertThat(performed.operations()).hasSize(3);
        assertThat(ProcessCodec.encode(performed("Given the process may lock nothing\nAnd container \"C1\"\n")
                                .process())
                        .toString())
                .isEqualTo("{memlock=0x0, capabilities=[]}");
    }

    @Test
    void names_are_known_and_used_once() {
        assertThat(told("Given group \"G1\"\nAnd \"G1\" has left container \"C1\"\n"))
                .isEqualTo("features/attach/sample.feature:5 @ATTACH-900\n"
                        + "  \"C1\" is no handle of this scenario\n"
                        + "  there are G1");
        assertThat(told("When VFIO_GET_API_VERSION asks \"C1\"\n")).endsWith("\n  there is none yet");
        assertThat(told("Given group \"G1\"\nAnd container \"G1\"\n")).contains("\"G1\" is taken");
        assertThat(told("Given memory \"B1\" of 1 MiB\nAnd container \"B1\"\n")).contains("\"B1\" is taken");
        assertThat(told("Given container \"C1\"\nWhen VFIO_GROUP_GET_STATUS asks \"C1\"\n"))
                .contains("\"C1\" is a container, expected a group");
        assertThat(told("Given container \"C1\"\nAnd 4 KiB of \"B1\" are mapped at 0x0 in \"C1\"\n"))
                .contains("\"B1\" is no memory of this scenario");
        assertThat(told("""
                        Given container "C1"
                        And memory "B1" of 1 MiB is registered in "C1"
                        And memory "B1" of 2 MiB is registered in "C1"
                        """)).contains("\"B1\" has 1 MiB, not 2 MiB");
        assertThat(told("Given container \"C1\"\nAnd \"C1\" has a window of 1 GiB with 3 KiB pages\n"))
                .contains("a page size is a power of two");
    }

    @Test
    void fields_of_a_call_are_those_that_it_has() {
        assertThat(told("""
                        Given container "C1"
                        When VFIO_IOMMU_SPAPR_TCE_REMOVE is called on "C1" with
                          | start_addr | 0x0 |
                          | iova       | 0x0 |
                        """))
                .startsWith("features/attach/sample.feature:6 @ATTACH-900\n  VFIO_IOMMU_SPAPR_TCE_REMOVE: ")
                .endsWith("its fields: on, argsz, flags, start_addr, pointer");
        assertThat(told("""
                        Given container "C1"
                        When VFIO_IOMMU_SPAPR_TCE_REMOVE is called on "C1" with
                          | start_addr | 0x0 |
                          | argsz      | big |
                        """))
                .startsWith("features/attach/sample.feature:7 @ATTACH-900\n"
                        + "  argsz: expected a decimal number, found \"big\"");
    }

    private String told(String steps) {
        return checkout.scenario(steps).failures();
    }
}
