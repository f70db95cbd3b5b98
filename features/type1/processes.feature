Feature: Type1 containers and several processes

  Rule: Any process that has the descriptor may map; what it maps counts to itself

    @TYPE1-088
    Scenario: a child maps
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers
        | platforms | answer | rule             |
        | x86       | 0      | type1.map.mapped |
        | *         | n/a    |                  |
      And locked memory of process "P2" is
        | platforms | pages |
        | x86       | 16    |

    @TYPE1-089
    Scenario: a child unmaps what its parent has mapped
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x10000 in "C1"
      Then it answers
        | platforms        | answer | rule                 |
        | x86 on 5.10      | 0      | type1.unmap.foreign  |
        | x86 on 6.1..6.12 | 0      | type1.unmap.unmapped |
        | *                | n/a    |                      |
      And it reports
        | platforms        | size    |
        | x86 on 5.10      | 0x0     |
        | x86 on 6.1..6.12 | 0x10000 |

    @TYPE1-090
    Scenario: what a child has unmapped is given back to its parent
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x10000 in "C1"
      Then it answers
        | platforms | answer | rule |
        | x86       | 0      |      |
        | *         | n/a    |      |
      Given the first process makes the calls
      When VFIO_CHECK_EXTENSION asks "C1" for type1v2
      Then it answers
        | platforms | answer | rule |
        | x86       | 1      |      |
      And locked memory is
        | platforms        | pages |
        | x86 on 5.10      | 16    |
        | x86 on 6.1..6.12 | 0     |

    @TYPE1-091
    Scenario: a child maps over what its parent has mapped
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers
        | platforms | answer | rule             |
        | x86       | EEXIST | type1.map.exists |
        | *         | n/a    |                  |

    @TYPE1-092
    Scenario: what a child has mapped stays when it ends
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers
        | platforms | answer | rule             |
        | x86       | 0      | type1.map.mapped |
        | *         | n/a    |                  |
      When process "P2" exits
      Then it answers
        | platforms | answer | rule |
        | x86       | 0      |      |
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers
        | platforms | answer | rule             |
        | x86       | EEXIST | type1.map.exists |

    @TYPE1-093
    Scenario: what a child that has ended had mapped is unmapped
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      And process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers
        | platforms | answer | rule             |
        | x86       | 0      | type1.map.mapped |
        | *         | n/a    |                  |
      When process "P2" exits
      Then it answers
        | platforms | answer | rule |
        | x86       | 0      |      |
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x10000 in "C1"
      Then it answers
        | platforms        | answer | rule                 |
        | x86 on 5.10      | 0      | type1.unmap.foreign  |
        | x86 on 6.1..6.12 | 0      | type1.unmap.unmapped |
        | *                | n/a    |                      |
      And locked memory is
        | platforms | pages |
        | x86       | 0     |
