Feature: A mapped device of a Type1 container without a descriptor

  # A mapping of a file keeps the file open, as a descriptor does. A program that maps the registers of a device and closes the descriptor
  # still has the device. DPDK does so when it gives up.
  Rule: A mapping keeps a device open

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And device 0 of "G1" is open as "D1"

    @TYPE1-151
    Scenario: Type1: A group cannot leave while a device without a descriptor is mapped
      Given BAR 0 of "D1" is mapped as "M1"
      And "D1" is closed
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers EBUSY, rule group.unset-container.device-open

    @TYPE1-152
    Scenario: Type1: A group can leave after a device without a descriptor is unmapped
      Given BAR 0 of "D1" is mapped as "M1"
      And "D1" is closed
      And "M1" is unmapped
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers 0, rule group.unset-container.left

    @TYPE1-153
    Scenario: Type1: A group can leave after the child has ended that had its device mapped
      Given BAR 0 of "D1" is mapped as "M1"
      And "D1" is closed
      And process "P2" is forked
      And "M1" is unmapped
      And process "P2" has exited
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers 0, rule group.unset-container.left
