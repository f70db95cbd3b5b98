Feature: The first process ends while another holds its descriptors

  # A launcher may open devices, fork, and end; the child goes on with the descriptors. Files stay open as long as a process has them.
  # A container that belongs to a process stays bound to it, also when the process has ended.
  Rule: A descriptor that a child has outlives its parent

    @LIFECYCLE-133
    Scenario: A child asks about a group after its parent has ended
      Given group "G1"
      And process "P2" is forked
      And the first process has exited
      And process "P2" makes the calls
      When VFIO_GROUP_GET_STATUS asks "G1"
      Then it answers 0, rule group.status

    @LIFECYCLE-134
    Scenario: A parent ends whose group its child does not have
      Given process "P2" is forked
      And group "G1"
      And the first process has exited
      And process "P2" makes the calls
      When open is called for group "G1" as "G2"
      Then it answers fd, rule group.open.opened

    @LIFECYCLE-135
    Scenario: A child opens a group that it has already after its parent has ended
      Given group "G1"
      And process "P2" is forked
      And the first process has exited
      And process "P2" makes the calls
      When open is called for group "G1" as "G2"
      Then it answers EBUSY, rule group.open.busy

  Rule: A container stays bound to the process that first used its driver

    @LIFECYCLE-136
    Scenario: A child maps in the container of its parent, which has ended
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And a container belongs to one process
      And process "P2" is forked
      And the first process has exited
      And process "P2" makes the calls
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C1"
      Then it answers EPERM, rule spapr.foreign-process

    @LIFECYCLE-137
    Scenario: A child takes the group out of the container of its parent, which has ended
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And process "P2" is forked
      And the first process has exited
      And process "P2" makes the calls
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers 0
      And container "C1" has no IOMMU

  Rule: A Type1 container can be used by whoever has it

    @LIFECYCLE-138
    Scenario: A child maps in the Type1 container of its parent, which has ended
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And process "P2" is forked
      And the first process has exited
      And process "P2" makes the calls
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers 0, rule type1.map.mapped

    @LIFECYCLE-139
    Scenario: A child unmaps what its parent, which has ended, mapped with Type1
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And process "P2" is forked
      And the first process has exited
      And process "P2" makes the calls
      When VFIO_IOMMU_UNMAP_DMA is called 1 times on "C1" with
        | iova | 0x0     |
        | size | 0x10000 |
      Then it answers 0
      And it reports
        | platforms   | size    |
        | x86 on 5.10 | 0x0     |
        | *           | 0x10000 |
