Feature: A mapped device without a descriptor

  # A mapping of a file keeps the file open, as a descriptor does. A program that maps the registers of a device and closes the descriptor
  # still has the device. DPDK does so when it gives up.
  Rule: A mapping keeps a device open

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And device 0 of "G1" is open as "D1"

    @LIFECYCLE-140
    Scenario: A group cannot leave while a device without a descriptor is mapped
      Given BAR 0 of "D1" is mapped as "M1"
      And "D1" is closed
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers EBUSY, rule group.unset-container.device-open

    @LIFECYCLE-141
    Scenario: A group can leave after a device without a descriptor is unmapped
      Given BAR 0 of "D1" is mapped as "M1"
      And "D1" is closed
      And "M1" is unmapped
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers 0, rule group.unset-container.left

    @LIFECYCLE-142
    Scenario: A device that is unmapped keeps its descriptor
      Given BAR 0 of "D1" is mapped as "M1"
      When munmap is called for "M1"
      Then it answers 0, rule fd.still-open

    @LIFECYCLE-143
    Scenario: mmap of a device answers 0
      When mmap is called for BAR 0 of "D1" as "M1"
      Then it answers 0, rule device.mapped

    @LIFECYCLE-144
    Scenario: mmap of a device on a closed descriptor
      Given "D1" is closed
      When mmap is called for BAR 0 of "D1" as "M1"
      Then it answers EBADF, rule fd.bad-descriptor

    @LIFECYCLE-145
    Scenario: A group whose descriptor is closed is busy while its device is mapped
      Given BAR 0 of "D1" is mapped as "M1"
      And "D1" is closed
      And "G1" is closed
      When open is called for group "G1" as "G2"
      Then it answers EBUSY, rule group.open.busy

    @LIFECYCLE-146
    Scenario: The last mapping takes a group out of its container
      Given BAR 0 of "D1" is mapped as "M1"
      And "D1" is closed
      And "G1" is closed
      When munmap is called for "M1"
      Then it answers 0, rule device.unmapped
      And container "C1" has no IOMMU

    @LIFECYCLE-147
    Scenario: A device is mapped twice and unmapped once
      Given BAR 0 of "D1" is mapped as "M1"
      And BAR 0 of "D1" is mapped as "M2"
      And "D1" is closed
      And "M1" is unmapped
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers EBUSY, rule group.unset-container.device-open

  Rule: A child has the mappings of its parent

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And device 0 of "G1" is open as "D1"
      And BAR 0 of "D1" is mapped as "M1"
      And "D1" is closed
      And process "P2" is forked

    @LIFECYCLE-148
    Scenario: A group cannot leave while a child has its device mapped
      Given "M1" is unmapped
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers EBUSY, rule group.unset-container.device-open

    @LIFECYCLE-149
    Scenario: A group can leave after the child has ended that had its device mapped
      Given "M1" is unmapped
      And process "P2" has exited
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers 0, rule group.unset-container.left
