Feature: Registers of a device as memory to map

  # QEMU and cloud-hypervisor map the BARs of their devices for DMA, too, so that one device can reach another.
  Rule: sPAPR pins memory, and registers of a device are none

    @MAPPING-037
    Scenario: Mapping registers of a device in a v1 container
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      And device 0 of "G1" is open as "D1"
      And BAR 0 of "D1" is mapped as "M1"
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x3    |
        | vaddr | M1+0x0 |
        | iova  | 0x0    |
        | size  | 0x1000 |
      Then it answers
        | platforms               | answer | rule                 |
        | partitions on 6.4..6.10 | n/a    | not modelled         |
        | *                       | EFAULT | spapr.map.not-pinned |

    @MAPPING-038
    Scenario: Registering registers of a device in a v2 container
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And device 0 of "G1" is open as "D1"
      And BAR 0 of "D1" is mapped as "M1"
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | vaddr | M1+0x0  |
        | size  | 0x10000 |
      Then it answers EFAULT, rule spapr.register.not-writable

  Rule: Type1 maps what is no memory, and counts no page of it

    @MAPPING-039
    Scenario Outline: Mapping registers of a device in a Type1 container: <case>
      Given the process may lock <limit>
      And group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And device 0 of "G1" is open as "D1"
      And BAR 0 of "D1" is mapped as "M1"
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x3     |
        | vaddr | <vaddr> |
        | iova  | 0x0     |
        | size  | <size>  |
      Then it answers <answer>

      Examples:
        | case     | limit | vaddr     | size   | answer |
        | page     | 1 MiB | M1+0x0    | 0x1000 | 0      |
        | no-limit | 0 B   | M1+0x0    | 0x1000 | 0      |
        | behind   | 1 MiB | M1+0x0    | 0x2000 | EFAULT |
        | outside  | 1 MiB | M1+0x1000 | 0x1000 | EFAULT |

    @MAPPING-040
    Scenario: Unmapping registers of a device in a Type1 container
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And device 0 of "G1" is open as "D1"
      And BAR 0 of "D1" is mapped as "M1"
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x3    |
        | vaddr | M1+0x0 |
        | iova  | 0x0    |
        | size  | 0x1000 |
      And VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova | 0x0    |
        | size | 0x1000 |
      Then it answers 0, rule type1.unmap.unmapped
