Feature: Which process pays for the memory of a container

  Rule: Some requests bind a container to the calling process, even where they fail

    Background:
      Given a container belongs to one process

    @ACCOUNTING-016
    Scenario: A REMOVE that finds no window binds the container to its caller
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB
      And process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_SPAPR_TCE_REMOVE removes the window at 0x800000000000000 from "C1"
      Then it answers EINVAL, rule spapr.remove.no-window
      When the first process makes the calls
      And VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers EPERM

    @ACCOUNTING-017
    Scenario: UNREGISTER does not bind the container to its caller
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB
      And process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C1"
      Then it answers EPERM, rule spapr.unregister.not-bound
      When the first process makes the calls
      And VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers 0

    @ACCOUNTING-018
    Scenario: MAP does not bind the container to its caller
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB
      And process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C1"
      Then it answers EPERM, rule spapr.map.not-enabled
      When the first process makes the calls
      And VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers 0

    @ACCOUNTING-019
    Scenario: GET_INFO does not bind the container to its caller
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB
      And process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_SPAPR_TCE_GET_INFO asks "C1"
      Then it answers 0, rule spapr.info.reported
      When the first process makes the calls
      And VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers 0

    @ACCOUNTING-020
    Scenario: An ENABLE over the memory limit binds the container to its caller
      Given the process may lock nothing
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_ENABLE is called on "C1"
      Then it answers ENOMEM, rule spapr.enable.memlock
      When the first process makes the calls
      And VFIO_IOMMU_DISABLE is called on "C1"
      Then it answers EPERM

    @ACCOUNTING-021
    Scenario: DISABLE does not bind the container to its caller
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_DISABLE is called on "C1"
      Then it answers 0, rule spapr.disable.disabled
      When the first process makes the calls
      And VFIO_IOMMU_ENABLE is called on "C1"
      Then it answers 0
