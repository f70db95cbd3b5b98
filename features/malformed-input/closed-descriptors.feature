Feature: Requests on descriptors that are not open

  Rule: A descriptor that is not open is refused by every request

    @MALFORMED-INPUT-033
    Scenario: VFIO_GET_API_VERSION on a closed descriptor
      Given container "C1"
      And "C1" is closed
      When VFIO_GET_API_VERSION asks "C1"
      Then it answers EBADF, rule fd.bad-descriptor
      And nothing changed

    @MALFORMED-INPUT-034
    Scenario: VFIO_CHECK_EXTENSION on a closed descriptor
      Given container "C1"
      And "C1" is closed
      When VFIO_CHECK_EXTENSION is called on "C1" with
        | extension | 7 |
      Then it answers EBADF, rule fd.bad-descriptor
      And nothing changed

    @MALFORMED-INPUT-035
    Scenario: VFIO_SET_IOMMU on a closed descriptor
      Given container "C1"
      And "C1" is closed
      When VFIO_SET_IOMMU is called on "C1" with
        | type | 7 |
      Then it answers EBADF, rule fd.bad-descriptor
      And nothing changed

    @MALFORMED-INPUT-036
    Scenario: VFIO_GROUP_GET_STATUS on a closed descriptor
      Given group "G1"
      And "G1" is closed
      When VFIO_GROUP_GET_STATUS is called on "G1" with
        | argsz | 16 |
      Then it answers EBADF, rule fd.bad-descriptor
      And nothing changed

    @MALFORMED-INPUT-037
    Scenario: VFIO_GROUP_UNSET_CONTAINER on a closed descriptor
      Given group "G1"
      And "G1" is closed
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers EBADF, rule fd.bad-descriptor
      And nothing changed

    @MALFORMED-INPUT-038
    Scenario: VFIO_IOMMU_SPAPR_TCE_GET_INFO on a closed descriptor
      Given container "C1"
      And "C1" is closed
      When VFIO_IOMMU_SPAPR_TCE_GET_INFO is called on "C1" with
        | argsz | 16 |
      Then it answers EBADF, rule fd.bad-descriptor
      And nothing changed

    @MALFORMED-INPUT-039
    Scenario: VFIO_IOMMU_ENABLE on a closed descriptor
      Given container "C1"
      And "C1" is closed
      When VFIO_IOMMU_ENABLE is called on "C1"
      Then it answers EBADF, rule fd.bad-descriptor
      And nothing changed

    @MALFORMED-INPUT-040
    Scenario: VFIO_IOMMU_DISABLE on a closed descriptor
      Given container "C1"
      And "C1" is closed
      When VFIO_IOMMU_DISABLE is called on "C1"
      Then it answers EBADF, rule fd.bad-descriptor
      And nothing changed

    @MALFORMED-INPUT-041
    Scenario: VFIO_IOMMU_MAP_DMA on a closed descriptor
      Given container "C1"
      And "C1" is closed
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | vaddr | 0x0    |
        | iova  | 0x0    |
        | size  | 0x1000 |
      Then it answers EBADF, rule fd.bad-descriptor
      And nothing changed

    @MALFORMED-INPUT-042
    Scenario: VFIO_IOMMU_UNMAP_DMA on a closed descriptor
      Given container "C1"
      And "C1" is closed
      When VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova | 0x0    |
        | size | 0x1000 |
      Then it answers EBADF, rule fd.bad-descriptor
      And nothing changed

    @MALFORMED-INPUT-043
    Scenario: VFIO_IOMMU_SPAPR_REGISTER_MEMORY on a closed descriptor
      Given container "C1"
      And "C1" is closed
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | vaddr | 0x0     |
        | size  | 0x10000 |
      Then it answers EBADF, rule fd.bad-descriptor
      And nothing changed

    @MALFORMED-INPUT-044
    Scenario: VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY on a closed descriptor
      Given container "C1"
      And "C1" is closed
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY is called on "C1" with
        | vaddr | 0x0     |
        | size  | 0x10000 |
      Then it answers EBADF, rule fd.bad-descriptor
      And nothing changed

    @MALFORMED-INPUT-045
    Scenario: VFIO_IOMMU_SPAPR_TCE_CREATE on a closed descriptor
      Given container "C1"
      And "C1" is closed
      When VFIO_IOMMU_SPAPR_TCE_CREATE is called on "C1" with
        | page_shift  | 16         |
        | window_size | 0x40000000 |
        | levels      | 1          |
      Then it answers EBADF, rule fd.bad-descriptor
      And nothing changed

    @MALFORMED-INPUT-046
    Scenario: VFIO_IOMMU_SPAPR_TCE_REMOVE on a closed descriptor
      Given container "C1"
      And "C1" is closed
      When VFIO_IOMMU_SPAPR_TCE_REMOVE is called on "C1" with
        | start_addr | 0x0 |
      Then it answers EBADF, rule fd.bad-descriptor
      And nothing changed

    @MALFORMED-INPUT-047
    Scenario: VFIO_EEH_PE_OP on a closed descriptor
      Given container "C1"
      And "C1" is closed
      When VFIO_EEH_PE_OP is called on "C1" with
        | pe_op | 4 |
      Then it answers EBADF, rule fd.bad-descriptor
      And nothing changed

    @MALFORMED-INPUT-048
    Scenario: VFIO_DEVICE_GET_INFO on a closed descriptor
      Given container "C1"
      And "C1" is closed
      When VFIO_DEVICE_GET_INFO is called on "C1" with
        | argsz | 16 |
      Then it answers EBADF, rule fd.bad-descriptor
      And nothing changed

    @MALFORMED-INPUT-049
    Scenario: VFIO_IOMMU_GET_INFO on a closed descriptor
      Given container "C1"
      And "C1" is closed
      When VFIO_IOMMU_GET_INFO is called on "C1" with
        | argsz | 16 |
      Then it answers EBADF, rule fd.bad-descriptor
      And nothing changed
