Feature: A container for each group

  Rule: What a group does in its container never shows in another container

    @FALLBACK-CONTAINER-001
    Scenario: A second group sets an IOMMU on a container of its own
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v1
      And "G2" is in container "C2"
      When VFIO_SET_IOMMU sets type v1 on "C2"
      Then it answers 0, rule container.set-iommu.set
      And container "C1" holds "G1"
      And container "C2" holds "G2"
      And nothing changed in "C1"
