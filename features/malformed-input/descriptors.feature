Feature: Requests on the wrong kind of descriptor

  Rule: A group does not accept the requests of a container

    Background:
      Given group "G1"

    @MALFORMED-INPUT-050
    Scenario: VFIO_GET_API_VERSION on a group
      When VFIO_GET_API_VERSION asks "G1"
      Then it answers ENOTTY, rule fd.wrong-kind
      And nothing changed

    @MALFORMED-INPUT-051
    Scenario: VFIO_CHECK_EXTENSION on a group
      When VFIO_CHECK_EXTENSION is called on "G1" with
        | extension | 7 |
      Then it answers ENOTTY, rule fd.wrong-kind
      And nothing changed

    @MALFORMED-INPUT-052
    Scenario: VFIO_SET_IOMMU on a group
      When VFIO_SET_IOMMU is called on "G1" with
        | type | 7 |
      Then it answers ENOTTY, rule fd.wrong-kind
      And nothing changed

    @MALFORMED-INPUT-053
    Scenario: VFIO_IOMMU_SPAPR_TCE_GET_INFO on a group
      When VFIO_IOMMU_SPAPR_TCE_GET_INFO is called on "G1" with
        | argsz | 16 |
      Then it answers ENOTTY, rule fd.wrong-kind
      And nothing changed

    @MALFORMED-INPUT-054
    Scenario: VFIO_IOMMU_ENABLE on a group
      When VFIO_IOMMU_ENABLE is called on "G1"
      Then it answers ENOTTY, rule fd.wrong-kind
      And nothing changed

    @MALFORMED-INPUT-055
    Scenario: VFIO_IOMMU_DISABLE on a group
      When VFIO_IOMMU_DISABLE is called on "G1"
      Then it answers ENOTTY, rule fd.wrong-kind
      And nothing changed

    @MALFORMED-INPUT-056
    Scenario: VFIO_IOMMU_MAP_DMA on a group
      When VFIO_IOMMU_MAP_DMA is called on "G1" with
        | vaddr | 0x0    |
        | iova  | 0x0    |
        | size  | 0x1000 |
      Then it answers ENOTTY, rule fd.wrong-kind
      And nothing changed

    @MALFORMED-INPUT-057
    Scenario: VFIO_IOMMU_UNMAP_DMA on a group
      When VFIO_IOMMU_UNMAP_DMA is called on "G1" with
        | iova | 0x0    |
        | size | 0x1000 |
      Then it answers ENOTTY, rule fd.wrong-kind
      And nothing changed

    @MALFORMED-INPUT-058
    Scenario: VFIO_IOMMU_SPAPR_REGISTER_MEMORY on a group
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "G1" with
        | vaddr | 0x0     |
        | size  | 0x10000 |
      Then it answers ENOTTY, rule fd.wrong-kind
      And nothing changed

    @MALFORMED-INPUT-059
    Scenario: VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY on a group
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY is called on "G1" with
        | vaddr | 0x0     |
        | size  | 0x10000 |
      Then it answers ENOTTY, rule fd.wrong-kind
      And nothing changed

    @MALFORMED-INPUT-060
    Scenario: VFIO_IOMMU_SPAPR_TCE_CREATE on a group
      When VFIO_IOMMU_SPAPR_TCE_CREATE is called on "G1" with
        | page_shift  | 16         |
        | window_size | 0x40000000 |
        | levels      | 1          |
      Then it answers ENOTTY, rule fd.wrong-kind
      And nothing changed

    @MALFORMED-INPUT-061
    Scenario: VFIO_IOMMU_SPAPR_TCE_REMOVE on a group
      When VFIO_IOMMU_SPAPR_TCE_REMOVE is called on "G1" with
        | start_addr | 0x0 |
      Then it answers ENOTTY, rule fd.wrong-kind
      And nothing changed

    @MALFORMED-INPUT-062
    Scenario: VFIO_EEH_PE_OP on a group
      When VFIO_EEH_PE_OP is called on "G1" with
        | pe_op | 4 |
      Then it answers ENOTTY, rule fd.wrong-kind
      And nothing changed

    @MALFORMED-INPUT-063
    Scenario: VFIO_DEVICE_GET_INFO on a group
      When VFIO_DEVICE_GET_INFO is called on "G1" with
        | argsz | 16 |
      Then it answers ENOTTY, rule fd.wrong-kind
      And nothing changed

    @MALFORMED-INPUT-064
    Scenario: VFIO_IOMMU_GET_INFO on a group
      When VFIO_IOMMU_GET_INFO is called on "G1" with
        | argsz | 16 |
      Then it answers ENOTTY, rule fd.wrong-kind
      And nothing changed

  Rule: A container passes an unknown request to its driver, which does not accept it either

    @MALFORMED-INPUT-065
    Scenario: VFIO_GROUP_GET_STATUS on a container without a driver
      Given container "C1"
      When VFIO_GROUP_GET_STATUS is called on "C1" with
        | argsz | 16 |
      Then it answers EINVAL, rule container.no-iommu
      And nothing changed

    @MALFORMED-INPUT-066
    Scenario: VFIO_GROUP_GET_STATUS on a container with a driver
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_GROUP_GET_STATUS is called on "C1" with
        | argsz | 16 |
      Then it answers ENOTTY, rule fd.wrong-kind
      And nothing changed

    @MALFORMED-INPUT-067
    Scenario: VFIO_GROUP_UNSET_CONTAINER on a container without a driver
      Given container "C1"
      When VFIO_GROUP_UNSET_CONTAINER takes "C1" out
      Then it answers EINVAL, rule container.no-iommu
      And nothing changed

    @MALFORMED-INPUT-068
    Scenario: VFIO_GROUP_UNSET_CONTAINER on a container with a driver
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_GROUP_UNSET_CONTAINER takes "C1" out
      Then it answers ENOTTY, rule fd.wrong-kind
      And nothing changed

    @MALFORMED-INPUT-069
    Scenario: VFIO_GROUP_SET_CONTAINER on a container without a driver
      Given container "C1"
      When VFIO_GROUP_SET_CONTAINER is called on "C1" with
        | container | C1 |
      Then it answers EINVAL, rule container.no-iommu
      And nothing changed

    @MALFORMED-INPUT-070
    Scenario: VFIO_GROUP_SET_CONTAINER on a container with a driver
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_GROUP_SET_CONTAINER is called on "C1" with
        | container | C1 |
      Then it answers ENOTTY, rule fd.wrong-kind
      And nothing changed

    @MALFORMED-INPUT-071
    Scenario: VFIO_GROUP_GET_DEVICE_FD on a container without a driver
      Given container "C1"
      When VFIO_GROUP_GET_DEVICE_FD is called on "C1" with
        | device | A.0 |
        | as     | D1  |
      Then it answers EINVAL, rule container.no-iommu
      And nothing changed

    @MALFORMED-INPUT-072
    Scenario: VFIO_GROUP_GET_DEVICE_FD on a container with a driver
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_GROUP_GET_DEVICE_FD is called on "C1" with
        | device | A.0 |
        | as     | D1  |
      Then it answers ENOTTY, rule fd.wrong-kind
      And nothing changed

    @MALFORMED-INPUT-073
    Scenario: VFIO_DEVICE_GET_INFO on a container without a driver
      Given container "C1"
      When VFIO_DEVICE_GET_INFO is called on "C1" with
        | argsz | 16 |
      Then it answers EINVAL, rule container.no-iommu
      And nothing changed

    @MALFORMED-INPUT-074
    Scenario: VFIO_DEVICE_GET_INFO on a container with a driver
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_DEVICE_GET_INFO is called on "C1" with
        | argsz | 16 |
      Then it answers ENOTTY, rule fd.wrong-kind
      And nothing changed
