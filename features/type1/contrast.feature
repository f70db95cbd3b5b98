Feature: What sPAPR and Type1 answer to the same calls

  Rule: One mapping replaces another on sPAPR, and never on Type1

    @TYPE1-001
    Scenario: MAP of bus addresses that are already mapped, on sPAPR and Type1
      Given group "G1"
      And "G1" is in container "C1"
      And memory "B1" of 1 MiB
      When VFIO_SET_IOMMU sets type v2 on "C1"
      And VFIO_SET_IOMMU sets type type1v2 on "C1"
      And VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      And VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      And VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers
        | platforms        | answer | rule               |
        | POWER without v2 | EINVAL | container.no-iommu |
        | x86              | EEXIST | type1.map.exists   |
        | *                | 0      | spapr.map.mapped   |

    @TYPE1-002
    Scenario: MAP across the end of a mapping, on sPAPR and Type1
      Given group "G1"
      And "G1" is in container "C1"
      And memory "B1" of 1 MiB
      When VFIO_SET_IOMMU sets type v2 on "C1"
      And VFIO_SET_IOMMU sets type type1v2 on "C1"
      And VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      And VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      And VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x18000 in "C1"
      Then it answers
        | platforms        | answer | rule               |
        | POWER without v2 | EINVAL | container.no-iommu |
        | x86              | EEXIST | type1.map.exists   |
        | *                | 0      | spapr.map.mapped   |

  Rule: sPAPR unmaps single entries, Type1 whole mappings

    Background:
      Given group "G1"
      And "G1" is in container "C1"
      And memory "B1" of 1 MiB

    @TYPE1-003
    Scenario: UNMAP of the middle of a mapping, on sPAPR and Type1
      When VFIO_SET_IOMMU sets type v2 on "C1"
      And VFIO_SET_IOMMU sets type type1v2 on "C1"
      And VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      And VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      And VFIO_IOMMU_UNMAP_DMA unmaps 4 KiB at 0x14000 in "C1"
      Then it answers
        | platforms        | answer | rule                 |
        | POWER without v2 | EINVAL | container.no-iommu   |
        | x86              | EINVAL | type1.unmap.cuts     |
        | *                | 0      | spapr.unmap.unmapped |

    @TYPE1-004
    Scenario: UNMAP where nothing is mapped, on sPAPR and Type1
      When VFIO_SET_IOMMU sets type v2 on "C1"
      And VFIO_SET_IOMMU sets type type1v2 on "C1"
      And VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      And VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x10000 in "C1"
      Then it answers
        | platforms        | answer | rule                 |
        | POWER without v2 | EINVAL | container.no-iommu   |
        | x86              | 0      | type1.unmap.unmapped |
        | *                | 0      | spapr.unmap.unmapped |

    @TYPE1-005
    Scenario: UNMAP of more than a mapping, on sPAPR and Type1
      When VFIO_SET_IOMMU sets type v2 on "C1"
      And VFIO_SET_IOMMU sets type type1v2 on "C1"
      And VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      And VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      And VFIO_IOMMU_UNMAP_DMA unmaps 128 KiB at 0x10000 in "C1"
      Then it answers
        | platforms        | answer | rule                 |
        | POWER without v2 | EINVAL | container.no-iommu   |
        | x86              | 0      | type1.unmap.unmapped |
        | *                | 0      | spapr.unmap.unmapped |

  Rule: sPAPR accepts a zero-length range, Type1 refuses it

    @TYPE1-006
    Scenario: sPAPR accepts a MAP of zero bytes, Type1 refuses it
      Given group "G1"
      And "G1" is in container "C1"
      And memory "B1" of 1 MiB
      When VFIO_SET_IOMMU sets type v2 on "C1"
      And VFIO_SET_IOMMU sets type type1v2 on "C1"
      And VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      And VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x3     |
        | vaddr | B1+0x0  |
        | iova  | 0x10000 |
        | size  | 0x0     |
      Then it answers
        | platforms        | answer | rule               |
        | POWER without v2 | EINVAL | container.no-iommu |
        | x86              | EINVAL | type1.map.nothing  |
        | *                | 0      | spapr.map.mapped   |

    @TYPE1-007
    Scenario: sPAPR accepts an UNMAP of zero bytes, Type1 refuses it
      Given group "G1"
      And "G1" is in container "C1"
      And memory "B1" of 1 MiB
      When VFIO_SET_IOMMU sets type v2 on "C1"
      And VFIO_SET_IOMMU sets type type1v2 on "C1"
      And VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      And VFIO_IOMMU_UNMAP_DMA is called on "C1" with
        | iova | 0x10000 |
        | size | 0x0     |
      Then it answers
        | platforms        | answer | rule                 |
        | POWER without v2 | EINVAL | container.no-iommu   |
        | x86              | EINVAL | type1.unmap.nothing  |
        | *                | 0      | spapr.unmap.unmapped |

  Rule: Both refuse partial pages, but the answer of sPAPR can look like success

    Background:
      Given group "G1"
      And "G1" is in container "C1"
      And memory "B1" of 1 MiB

    @TYPE1-008
    Scenario: MAP at a bus address between two pages, on sPAPR and Type1
      When VFIO_SET_IOMMU sets type v2 on "C1"
      And VFIO_SET_IOMMU sets type type1v2 on "C1"
      And VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      And VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x3     |
        | vaddr | B1+0x0  |
        | iova  | 0x10800 |
        | size  | 0x10000 |
      Then it answers
        | platforms                       | answer | rule                   |
        | one-window bridges on 4.2..4.11 | EINVAL | spapr.map.iova-aligned |
        | two-window bridges on 4.2..4.11 | EINVAL | spapr.map.iova-aligned |
        | POWER without v2                | EINVAL | container.no-iommu     |
        | x86                             | EINVAL | type1.map.aligned      |
        | *                               | 1      | spapr.map.iova-aligned |

    @TYPE1-009
    Scenario: MAP of half a page, on sPAPR and Type1
      When VFIO_SET_IOMMU sets type v2 on "C1"
      And VFIO_SET_IOMMU sets type type1v2 on "C1"
      And VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      And VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x3     |
        | vaddr | B1+0x0  |
        | iova  | 0x10000 |
        | size  | 0x800   |
      Then it answers
        | platforms        | answer | rule                   |
        | POWER without v2 | EINVAL | container.no-iommu     |
        | x86              | EINVAL | type1.map.aligned      |
        | *                | EINVAL | spapr.map.size-aligned |

    @TYPE1-010
    Scenario: MAP without access, on sPAPR and Type1
      When VFIO_SET_IOMMU sets type v2 on "C1"
      And VFIO_SET_IOMMU sets type type1v2 on "C1"
      And VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      And VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x0     |
        | vaddr | B1+0x0  |
        | iova  | 0x10000 |
        | size  | 0x10000 |
      Then it answers
        | platforms        | answer | rule                |
        | POWER without v2 | EINVAL | container.no-iommu  |
        | x86              | EINVAL | type1.map.access    |
        | *                | EINVAL | spapr.map.no-access |

  Rule: sPAPR maps what was registered, Type1 what can be pinned

    Background:
      Given group "G1"
      And "G1" is in container "C1"
      And memory "B1" of 1 MiB

    @TYPE1-011
    Scenario: MAP of memory that the process does not have, on sPAPR and Type1
      When VFIO_SET_IOMMU sets type v2 on "C1"
      And VFIO_SET_IOMMU sets type type1v2 on "C1"
      And VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      And VFIO_IOMMU_MAP_DMA is called on "C1" with
        | flags | 0x3     |
        | vaddr | 0x0     |
        | iova  | 0x10000 |
        | size  | 0x10000 |
      Then it answers
        | platforms        | answer | rule                     |
        | POWER without v2 | EINVAL | container.no-iommu       |
        | x86              | EFAULT | type1.map.not-accessible |
        | *                | EINVAL | spapr.map.not-registered |

    @TYPE1-012
    Scenario: MAP of the same memory at another bus address, on sPAPR and Type1
      When VFIO_SET_IOMMU sets type v2 on "C1"
      And VFIO_SET_IOMMU sets type type1v2 on "C1"
      And VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      And VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      And VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x40000 in "C1"
      Then it answers
        | platforms        | answer | rule               |
        | POWER without v2 | EINVAL | container.no-iommu |
        | x86              | 0      | type1.map.mapped   |
        | *                | 0      | spapr.map.mapped   |

    @TYPE1-013
    Scenario: MAP at a bus address beyond every window, on sPAPR and Type1
      When VFIO_SET_IOMMU sets type v2 on "C1"
      And VFIO_SET_IOMMU sets type type1v2 on "C1"
      And VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      And VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x8000000000 in "C1"
      Then it answers
        | platforms        | answer | rule                     |
        | POWER without v2 | EINVAL | container.no-iommu       |
        | x86              | EINVAL | type1.map.not-translated |
        | *                | ENXIO  | spapr.map.no-window      |

  Rule: Some request numbers mean different things to the two drivers

    @TYPE1-014
    Scenario: Type1 takes REGISTER_MEMORY for a request about dirty pages
      Given group "G1"
      And "G1" is in container "C1"
      And memory "B1" of 1 MiB
      When VFIO_SET_IOMMU sets type v2 on "C1"
      And VFIO_SET_IOMMU sets type type1v2 on "C1"
      And VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers
        | platforms        | answer | rule                       |
        | POWER without v2 | EINVAL | container.no-iommu         |
        | x86              | EINVAL | type1.dirty-pages.one-flag |
        | *                | 0      |                            |
