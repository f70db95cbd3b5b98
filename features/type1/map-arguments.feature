Feature: Arguments of MAP that Type1 refuses

  Rule: Only addresses that the IOMMU translates, and interrupts do not use, can be mapped

    @TYPE1-047
    Scenario Outline: Type1 MAP at the end of what can be mapped: <case>
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x3    |
        | vaddr | B1+0x0 |
        | iova  | <iova> |
        | size  | <size> |
      Then it answers
        | platforms      | answer  | rule   |
        | x86 since 6.18 | <later> | <rule> |
        | *              | <first> | <rule> |

      Examples:
        | case           | iova               | size   | first  | later     | rule                     |
        | last-page      | 0x7ffffff000       | 0x1000 | 0      | 0         | type1.map.mapped         |
        | over-the-end   | 0x7ffffff000       | 0x2000 | EINVAL | EINVAL    | type1.map.not-translated |
        | behind-the-end | 0x8000000000       | 0x1000 | EINVAL | EINVAL    | type1.map.not-translated |
        | last-of-all    | 0xfffffffffffff000 | 0x1000 | EINVAL | EINVAL    | type1.map.not-translated |
        | wraps          | 0xfffffffffffff000 | 0x2000 | EINVAL | EOVERFLOW | type1.map.wraps          |

    @TYPE1-048
    Scenario Outline: Type1 MAP at and around the range of interrupts: <case>
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x3    |
        | vaddr | B1+0x0 |
        | iova  | <iova> |
        | size  | <size> |
      Then it answers <answer>, rule <rule>

      Examples:
        | case   | iova       | size     | answer | rule                     |
        | before | 0xfedff000 | 0x1000   | 0      | type1.map.mapped         |
        | first  | 0xfee00000 | 0x1000   | EINVAL | type1.map.not-translated |
        | last   | 0xfeeff000 | 0x1000   | EINVAL | type1.map.not-translated |
        | behind | 0xfef00000 | 0x1000   | 0      | type1.map.mapped         |
        | across | 0xfedff000 | 0x102000 | EINVAL | type1.map.not-translated |

  Rule: Arguments are checked first, then existing mappings, then memory

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB

    @TYPE1-049
    Scenario Outline: Type1 MAP with invalid arguments: <case>
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | <flags> |
        | vaddr | <vaddr> |
        | iova  | <iova>  |
        | size  | <size>  |
      Then it answers
        | platforms      | answer  | rule   |
        | x86 since 6.18 | <later> | <rule> |
        | *              | EINVAL  | <rule> |
      And nothing changed

      Examples:
        | case                 | flags | vaddr              | iova    | size               | later     | rule              |
        | no-bytes             | 0x3   | B1+0x0             | 0x10000 | 0x0                | EINVAL    | type1.map.nothing |
        | half-page            | 0x3   | B1+0x0             | 0x10000 | 0x800              | EINVAL    | type1.map.aligned |
        | between-bus-pages    | 0x3   | B1+0x0             | 0x10800 | 0x1000             | EINVAL    | type1.map.aligned |
        | between-memory-pages | 0x3   | B1+0x800           | 0x10000 | 0x1000             | EINVAL    | type1.map.aligned |
        | no-access            | 0x0   | B1+0x0             | 0x10000 | 0x1000             | EINVAL    | type1.map.access  |
        | unknown-flag         | 0x8   | B1+0x0             | 0x10000 | 0x1000             | EINVAL    | type1.map.flags   |
        | memory-wraps         | 0x3   | B1+0x0             | 0x1000  | 0xffffffffffffe000 | EOVERFLOW | type1.map.wraps   |
        | address-wraps        | 0x3   | 0xfffffffffffff000 | 0x1000  | 0x2000             | EOVERFLOW | type1.map.wraps   |

    @TYPE1-050
    Scenario: Type1 MAP with a struct that is too short
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x3     |
        | vaddr | B1+0x0  |
        | iova  | 0x10000 |
        | size  | 0x10000 |
        | argsz | 31      |
      Then it answers EINVAL, rule type1.map.argsz
      And nothing changed

    @TYPE1-051
    Scenario: Type1 MAP with a struct that is not mapped
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags   | 0x3      |
        | vaddr   | B1+0x0   |
        | iova    | 0x10000  |
        | size    | 0x10000  |
        | pointer | unmapped |
      Then it answers EFAULT, rule struct.unreadable
      And nothing changed

    @TYPE1-052
    Scenario: Type1 MAP with a struct in read-only memory
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags   | 0x3       |
        | vaddr   | B1+0x0    |
        | iova    | 0x10000   |
        | size    | 0x10000   |
        | pointer | read-only |
      Then it answers 0, rule type1.map.mapped

    @TYPE1-053
    Scenario: Type1 MAP checks for an existing mapping before it looks at memory
      Given 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x3     |
        | vaddr | 0x0     |
        | iova  | 0x10000 |
        | size  | 0x10000 |
      Then it answers EEXIST, rule type1.map.exists
      And nothing changed

    @TYPE1-054
    Scenario: Type1 MAP of missing memory at addresses that are not translated
      When VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x3          |
        | vaddr | 0x0          |
        | iova  | 0x8000000000 |
        | size  | 0x10000      |
      Then it answers EINVAL, rule type1.map.not-translated

    @TYPE1-055
    Scenario: Type1 MAP of the page before and the page after a mapping
      Given 64 KiB of "B1" are mapped at 0x10000 in "C1"
      And 4 KiB of "B1" are mapped at 0xf000 in "C1"
      When VFIO_IOMMU_MAP_DMA maps 4 KiB of "B1" at 0x20000 in "C1"
      Then it answers 0, rule type1.map.mapped
      And locked memory is
        | pages |
        | 18    |
