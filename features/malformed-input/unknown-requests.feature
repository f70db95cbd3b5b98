Feature: Unknown requests

  Rule: An unknown request is refused by every kind of descriptor

    @MALFORMED-INPUT-075
    Scenario: Unknown request on a closed descriptor
      Given container "C1"
      And "C1" is closed
      When ioctl is called on "C1" with
        | nr  | 150 |
        | arg | 0x0 |
      Then it answers EBADF, rule fd.bad-descriptor
      And nothing changed

    @MALFORMED-INPUT-076
    Scenario: Unknown request on a container without a driver
      Given container "C1"
      When ioctl is called on "C1" with
        | nr  | 150 |
        | arg | 0x0 |
      Then it answers EINVAL, rule container.no-iommu
      And nothing changed

    @MALFORMED-INPUT-077
    Scenario: Unknown request on a container with a driver
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      When ioctl is called on "C1" with
        | nr  | 150 |
        | arg | 0x0 |
      Then it answers ENOTTY, rule fd.unknown-request
      And nothing changed

    @MALFORMED-INPUT-078
    Scenario: Unknown request on a group
      Given group "G1"
      When ioctl is called on "G1" with
        | nr  | 150 |
        | arg | 0x0 |
      Then it answers ENOTTY, rule fd.unknown-request
      And nothing changed

    @MALFORMED-INPUT-079
    Scenario: Request number below those of VFIO
      Given group "G1"
      When ioctl is called on "G1" with
        | nr  | 0   |
        | arg | 0x0 |
      Then it answers ENOTTY, rule fd.unknown-request
      And nothing changed

    @MALFORMED-INPUT-080
    Scenario: Request number above those of VFIO
      Given group "G1"
      When ioctl is called on "G1" with
        | nr  | 122 |
        | arg | 0x0 |
      Then it answers ENOTTY, rule fd.unknown-request
      And nothing changed

    @MALFORMED-INPUT-081
    Scenario: Unknown request on a device
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And device 0 of "G1" is open as "D1"
      When ioctl is called on "D1" with
        | nr  | 150 |
        | arg | 0x0 |
      Then it answers ENOTTY, rule fd.unknown-request
      And nothing changed

  Rule: A device does not accept the requests of a container or a group

    @MALFORMED-INPUT-082
    Scenario: VFIO_SET_IOMMU on a device
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And device 0 of "G1" is open as "D1"
      When VFIO_SET_IOMMU is called on "D1" with
        | type | 7 |
      Then it answers ENOTTY, rule fd.wrong-kind
      And nothing changed

    @MALFORMED-INPUT-083
    Scenario: VFIO_GROUP_GET_STATUS on a device
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And device 0 of "G1" is open as "D1"
      When VFIO_GROUP_GET_STATUS is called on "D1" with
        | argsz | 8 |
      Then it answers ENOTTY, rule fd.wrong-kind
      And nothing changed

  Rule: A call on a descriptor that is already closed is refused

    @MALFORMED-INPUT-084
    Scenario: Closing a descriptor twice
      Given container "C1"
      And "C1" is closed
      When close is called on "C1"
      Then it answers EBADF, rule fd.bad-descriptor
      And nothing changed

    @MALFORMED-INPUT-085
    Scenario: VFIO_GROUP_GET_DEVICE_FD on a closed descriptor
      Given group "G1"
      And "G1" is closed
      When VFIO_GROUP_GET_DEVICE_FD is called on "G1" with
        | device | A.0 |
        | as     | D1  |
      Then it answers EBADF, rule fd.bad-descriptor
      And nothing changed

  Rule: A container without a driver does not accept requests to a driver

    @MALFORMED-INPUT-086
    Scenario: VFIO_IOMMU_ENABLE on a container without a driver
      Given container "C1"
      When VFIO_IOMMU_ENABLE is called on "C1"
      Then it answers EINVAL, rule container.no-iommu
      And nothing changed

    @MALFORMED-INPUT-087
    Scenario: VFIO_IOMMU_DISABLE on a container without a driver
      Given container "C1"
      When VFIO_IOMMU_DISABLE is called on "C1"
      Then it answers EINVAL, rule container.no-iommu
      And nothing changed

    @MALFORMED-INPUT-119
    Scenario: VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY on a container without a driver
      Given memory "B1" of 1 MiB
      And container "C1"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY is called on "C1" with
        | vaddr | B1+0x0   |
        | size  | 0x100000 |
      Then it answers EINVAL, rule container.no-iommu
      And nothing changed

    @MALFORMED-INPUT-120
    Scenario: VFIO_IOMMU_SPAPR_TCE_CREATE on a container without a driver
      Given container "C1"
      When VFIO_IOMMU_SPAPR_TCE_CREATE is called on "C1" with
        | page_shift  | 12         |
        | window_size | 0x40000000 |
        | levels      | 1          |
      Then it answers EINVAL, rule container.no-iommu
      And nothing changed

    @MALFORMED-INPUT-121
    Scenario: VFIO_IOMMU_SPAPR_TCE_REMOVE on a container without a driver
      Given container "C1"
      When VFIO_IOMMU_SPAPR_TCE_REMOVE is called on "C1" with
        | start_addr | 0x0 |
      Then it answers EINVAL, rule container.no-iommu
      And nothing changed

    @MALFORMED-INPUT-088
    Scenario: VFIO_IOMMU_GET_INFO on a container without a driver
      Given container "C1"
      When VFIO_IOMMU_GET_INFO is called on "C1" with
        | argsz | 16 |
      Then it answers EINVAL, rule container.no-iommu
      And nothing changed
