Feature: Unknown flags, and which of two errors is reported

  Rule: An unknown flag is refused

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2

    @MALFORMED-INPUT-023
    Scenario: VFIO_IOMMU_SPAPR_REGISTER_MEMORY with an unknown flag
      Given memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | flags | 0x1      |
        | vaddr | B1+0x0   |
        | size  | 0x100000 |
      Then it answers EINVAL, rule spapr.memory.flags

    @MALFORMED-INPUT-024
    Scenario: VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY with an unknown flag
      Given memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY is called on "C1" with
        | flags | 0x1      |
        | vaddr | B1+0x0   |
        | size  | 0x100000 |
      Then it answers EINVAL, rule spapr.memory.flags
      And nothing changed

    @MALFORMED-INPUT-025
    Scenario: VFIO_IOMMU_SPAPR_TCE_CREATE with an unknown flag
      When VFIO_IOMMU_SPAPR_TCE_CREATE is called on "C1" with
        | flags       | 0x1        |
        | page_shift  | 16         |
        | window_size | 0x40000000 |
        | levels      | 1          |
      Then it answers EINVAL, rule spapr.create.flags

    @MALFORMED-INPUT-026
    Scenario: VFIO_IOMMU_SPAPR_TCE_REMOVE with an unknown flag
      When VFIO_IOMMU_SPAPR_TCE_REMOVE is called on "C1" with
        | flags      | 0x1 |
        | start_addr | 0x0 |
      Then it answers EINVAL, rule spapr.remove.flags

    @MALFORMED-INPUT-027
    Scenario: VFIO_IOMMU_UNMAP_DMA with an unknown flag
      Given memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | flags | 0x1    |
        | iova  | 0x1000 |
        | size  | 0x1000 |
      Then it answers EINVAL, rule spapr.map.flags
      And nothing changed

    @MALFORMED-INPUT-028
    Scenario: VFIO_IOMMU_MAP_DMA with a flag other than READ and WRITE
      Given memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x7    |
        | vaddr | B1+0x0 |
        | iova  | 0x1000 |
        | size  | 0x1000 |
      Then it answers EINVAL, rule spapr.map.flags
      And nothing changed

  Rule: If two things are wrong, the first check decides the answer

    @MALFORMED-INPUT-029
    Scenario: MAP before memory is registered, with a struct that is not mapped
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | pointer | unmapped |
        | vaddr   | 0x0      |
        | iova    | 0x1000   |
        | size    | 0x1000   |
      Then it answers EPERM, rule spapr.map.not-enabled
      And nothing changed

    @MALFORMED-INPUT-030
    Scenario: REMOVE with a short struct and unknown flags
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_REMOVE is called on "C1" with
        | argsz      | 8   |
        | flags      | 0x1 |
        | start_addr | 0x0 |
      Then it answers EINVAL, rule spapr.remove.argsz

    @MALFORMED-INPUT-031
    Scenario: An unmapped struct is refused before its size is read
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_CREATE is called on "C1" with
        | argsz       | 8          |
        | pointer     | unmapped   |
        | page_shift  | 16         |
        | window_size | 0x40000000 |
        | levels      | 1          |
      Then it answers EFAULT, rule struct.unreadable

    @MALFORMED-INPUT-032
    Scenario: SET_CONTAINER of an attached group with an unreadable descriptor
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_GROUP_SET_CONTAINER is called on "G1" with
        | container | C1       |
        | pointer   | unmapped |
      Then it answers EFAULT, rule struct.unreadable
      And nothing changed
