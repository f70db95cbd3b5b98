Feature: Type1 containers and several processes

  Rule: Any process that has the descriptor may map; what it maps counts to itself

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB

    @TYPE1-088
    Scenario: a child maps
      Given process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers 0, rule type1.map.mapped
      And locked memory of process "P2" is
        | pages |
        | 16    |

    @TYPE1-089
    Scenario: a child unmaps what its parent has mapped
      Given 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x10000 in "C1"
      Then it answers
        | platforms      | answer | rule                 |
        | x86 before 6.1 | 0      | type1.unmap.foreign  |
        | *              | 0      | type1.unmap.unmapped |
      And it reports
        | platforms      | size    |
        | x86 before 6.1 | 0x0     |
        | *              | 0x10000 |

    @TYPE1-090
    Scenario: what a child has unmapped is given back to its parent
      Given 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x10000 in "C1"
      Then it answers 0
      Given the first process makes the calls
      When VFIO_CHECK_EXTENSION asks "C1" for type1v2
      Then it answers 1
      And locked memory is
        | platforms      | pages |
        | x86 before 6.1 | 16    |
        | *              | 0     |

    @TYPE1-091
    Scenario: a child maps over what its parent has mapped
      Given 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers EEXIST, rule type1.map.exists

    @TYPE1-092
    Scenario: what a child has mapped stays when it ends
      Given process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers 0, rule type1.map.mapped
      When process "P2" exits
      Then it answers 0
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers EEXIST, rule type1.map.exists

    @TYPE1-093
    Scenario: what a child that has ended had mapped is unmapped
      Given process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers 0, rule type1.map.mapped
      When process "P2" exits
      Then it answers 0
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x10000 in "C1"
      Then it answers
        | platforms      | answer | rule                 |
        | x86 before 6.1 | 0      | type1.unmap.foreign  |
        | *              | 0      | type1.unmap.unmapped |
      And locked memory is
        | pages |
        | 0     |
