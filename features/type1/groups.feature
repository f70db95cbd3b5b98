Feature: Groups that share a Type1 container

  Rule: A container has one set of mappings, whatever groups come and go

    @TYPE1-094
    Scenario: A group joins a Type1 container that has mappings
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers 0, rule type1.attach.joined
      And the mappings of "C1" are
        | iova    | size   | memory |
        | 0x10000 | 64 KiB | B1     |
      And locked memory is
        | pages |
        | 16    |

    @TYPE1-095
    Scenario: One of two groups leaves a Type1 container
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type type1v2
      And "G2" is in container "C1"
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers 0
      And the mappings of "C1" are
        | iova    | size   | memory |
        | 0x10000 | 64 KiB | B1     |
      And locked memory is
        | pages |
        | 16    |

    @TYPE1-096
    Scenario: The last group leaves a Type1 container
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers 0
      And container "C1" has no IOMMU
      And locked memory is
        | pages |
        | 0     |

    @TYPE1-097
    Scenario: A Type1 container is closed while a group is in it
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When close is called on "C1"
      Then it answers 0
      And locked memory is
        | pages |
        | 16    |

    @TYPE1-098
    Scenario: A Type1 container and its group are closed
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And "C1" is closed
      When close is called on "G1"
      Then it answers 0
      And locked memory is
        | pages |
        | 0     |

    @TYPE1-099
    Scenario: A Type1 container that had mappings is set up again
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And "G1" has left container "C1"
      And "G1" is in container "C1" with IOMMU type type1
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers 0, rule type1.map.mapped
      And locked memory is
        | pages |
        | 16    |
