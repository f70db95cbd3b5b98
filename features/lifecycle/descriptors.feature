Feature: Several descriptors of one file

  Rule: A file is released when its last descriptor is closed

    @LIFECYCLE-100
    Scenario: A descriptor is duplicated
      Given container "C1"
      When dup is called on "C1" as "C2"
      Then it answers fd, rule fd.duplicated

    @LIFECYCLE-101
    Scenario: A closed descriptor cannot be duplicated
      Given container "C1"
      And "C1" is closed
      When dup is called on "C1" as "C2"
      Then it answers EBADF, rule fd.bad-descriptor

    @LIFECYCLE-102
    Scenario: A duplicate stands for the same container
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And "C2" is a duplicate of "C1"
      And "C1" is closed
      When VFIO_SET_IOMMU sets type v2 on "C2"
      Then it answers EINVAL, rule container.set-iommu.already-set

    @LIFECYCLE-103
    Scenario: A group is busy while it has a second descriptor
      Given group "G1"
      And "G2" is a duplicate of "G1"
      And "G1" is closed
      When open is called for group "G2" as "G3"
      Then it answers EBUSY, rule group.open.busy

    @LIFECYCLE-104
    Scenario: A group can be opened again after its last descriptor is closed
      Given group "G1"
      And "G2" is a duplicate of "G1"
      And "G1" is closed
      And "G2" is closed
      When open is called for group "G2" as "G3"
      Then it answers fd, rule group.open.opened

    @LIFECYCLE-105
    Scenario: A group stays in its container while it has a second descriptor
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And "G2" is a duplicate of "G1"
      When close is called on "G1"
      Then it answers 0, rule fd.still-open
      And container "C1" holds "G1"

    @LIFECYCLE-106
    Scenario: A group cannot leave while a duplicate of its device descriptor is open
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And device 0 of "G1" is open as "D1"
      And "D2" is a duplicate of "D1"
      And "D1" is closed
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers EBUSY, rule group.unset-container.device-open

    @LIFECYCLE-107
    Scenario: A group can leave after the last duplicate of its device descriptor is closed
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And device 0 of "G1" is open as "D1"
      And "D2" is a duplicate of "D1"
      And "D1" is closed
      And "D2" is closed
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers 0, rule group.unset-container.left

    @LIFECYCLE-108
    Scenario: A device that was opened twice counts twice
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And device 0 of "G1" is open as "D1"
      And device 0 of "G1" is open as "D2"
      And "D1" is closed
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers EBUSY, rule group.unset-container.device-open

  Rule: Container, group and device can be closed in any order

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And device 0 of "G1" is open as "D1"

    @LIFECYCLE-109
    Scenario: Closing container, group, device
      Given "C1" is closed
      And "G1" is closed
      When close is called on "D1"
      Then it answers 0, rule fd.closed

    @LIFECYCLE-110
    Scenario: Closing container, device, group
      Given "C1" is closed
      And "D1" is closed
      When close is called on "G1"
      Then it answers 0, rule fd.closed

    @LIFECYCLE-111
    Scenario: Closing group, container, device
      Given "G1" is closed
      And "C1" is closed
      When close is called on "D1"
      Then it answers 0, rule fd.closed

    @LIFECYCLE-112
    Scenario: Closing group, device, container
      Given "G1" is closed
      And "D1" is closed
      When close is called on "C1"
      Then it answers 0, rule fd.closed

    @LIFECYCLE-113
    Scenario: Closing device, container, group
      Given "D1" is closed
      And "C1" is closed
      When close is called on "G1"
      Then it answers 0, rule fd.closed

    @LIFECYCLE-114
    Scenario: Closing device, group, container
      Given "D1" is closed
      And "G1" is closed
      When close is called on "C1"
      Then it answers 0, rule fd.closed
