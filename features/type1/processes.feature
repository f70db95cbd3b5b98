Feature: Type1 containers and several processes

  Rule: Any process that has the descriptor may map, and what it maps counts as its own

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB

    @TYPE1-088
    Scenario: A child maps in the Type1 container of its parent
      Given process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers 0, rule type1.map.mapped
      And locked memory of process "P2" is
        | pages |
        | 16    |

    @TYPE1-089
    Scenario: A child unmaps what its parent has mapped in Type1
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
    Scenario: Memory that a child unmaps is given back to its parent
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
    Scenario: A child maps over what its parent has mapped in Type1
      Given 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers EEXIST, rule type1.map.exists

    @TYPE1-092
    Scenario: A Type1 mapping of a child stays when the child exits
      Given process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers 0, rule type1.map.mapped
      When process "P2" exits
      Then it answers 0
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers EEXIST, rule type1.map.exists

    @TYPE1-093
    Scenario: A Type1 mapping of a child that has exited is unmapped
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
