Feature: Whether a device may read and write

  Rule: A device may do what its mapping allows

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x100000 in "C1"
      And device 0 of "G1" is open as "D1"

    @LIFECYCLE-020
    Scenario: A device cannot write to a read-only mapping
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x1     |
        | vaddr | B1+0x0  |
        | iova  | 0x0     |
        | size  | 0x10000 |
      Then it answers 0, rule spapr.map.mapped
      When device "D1" writes to 0x0
      Then it answers 0
      And the DMA reaches
        | memory  |
        | nothing |

    @LIFECYCLE-021
    Scenario: A device reads from a read-only mapping
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x1     |
        | vaddr | B1+0x0  |
        | iova  | 0x0     |
        | size  | 0x10000 |
      Then it answers 0, rule spapr.map.mapped
      When device "D1" reads from 0x1000 through 0x100000
      Then it answers 1
      And the DMA reaches
        | memory    |
        | B1+0x1000 |

    @LIFECYCLE-022
    Scenario: A device writes to a write-only mapping
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x2     |
        | vaddr | B1+0x0  |
        | iova  | 0x0     |
        | size  | 0x10000 |
      Then it answers 0, rule spapr.map.mapped
      When device "D1" writes to 0x0
      Then it answers 1
      And the DMA reaches
        | memory |
        | B1+0x0 |

    @LIFECYCLE-023
    Scenario: A device also reads from a write-only mapping
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x2     |
        | vaddr | B1+0x0  |
        | iova  | 0x0     |
        | size  | 0x10000 |
      Then it answers 0, rule spapr.map.mapped
      When device "D1" reads from 0x1000 through 0x100000
      Then it answers
        | platforms           | answer | rule             |
        | partitions          | 0      | dma.not-readable |
        | bridges on 4.2..4.3 | 0      | dma.not-readable |
        | *                   | 1      | dma.reached      |
      And the DMA reaches
        | platforms           | memory    |
        | partitions          | nothing   |
        | bridges on 4.2..4.3 | nothing   |
        | *                   | B1+0x1000 |

    @LIFECYCLE-024
    Scenario: A device cannot store what it read in a read-only mapping
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x1     |
        | vaddr | B1+0x0  |
        | iova  | 0x0     |
        | size  | 0x10000 |
      Then it answers 0, rule spapr.map.mapped
      When device "D1" reads from 0x100000 through 0x0
      Then it answers 0
      And the DMA reaches
        | memory  |
        | nothing |

  Rule: Before v2, a write-only mapping let a device read

    @LIFECYCLE-132
    Scenario: A device reads from a write-only mapping of a v1 container
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x100000 in "C1"
      And device 0 of "G1" is open as "D1"
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x2     |
        | vaddr | B1+0x0  |
        | iova  | 0x0     |
        | size  | 0x10000 |
      Then it answers
        | platforms               | answer | rule             |
        | partitions on 6.4..6.10 | n/a    | not modelled     |
        | *                       | 0      | spapr.map.mapped |
      When device "D1" reads from 0x1000 through 0x100000
      Then it answers
        | platforms           | answer | rule             |
        | partitions          | 0      | dma.not-readable |
        | bridges on 4.2..4.3 | 0      | dma.not-readable |
        | *                   | 1      | dma.reached      |
