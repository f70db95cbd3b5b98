Feature: What sPAPR and Type1 answer to the same calls

  Rule: One mapping replaces another on sPAPR, and never on Type1

    @TYPE1-001
    Scenario: mapping the same bus addresses again
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
    Scenario: mapping over the end of a mapping
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

  Rule: A mapping is in single entries on sPAPR, and a whole on Type1

    Background:
      Given group "G1"
      And "G1" is in container "C1"
      And memory "B1" of 1 MiB

    @TYPE1-003
    Scenario: unmapping the middle of a mapping
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
    Scenario: unmapping where nothing is mapped
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
    Scenario: unmapping more than a mapping
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

  Rule: No bytes are nothing to do on sPAPR, and an error on Type1

    @TYPE1-006
    Scenario: mapping no bytes
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
    Scenario: unmapping no bytes
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

  Rule: Both refuse what is not in whole pages, and only sPAPR says so in a way that looks like success

    Background:
      Given group "G1"
      And "G1" is in container "C1"
      And memory "B1" of 1 MiB

    @TYPE1-008
    Scenario: mapping at a bus address between two pages
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
    Scenario: mapping half a page
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
    Scenario: mapping for no access
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
    Scenario: memory that the process does not have
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
    Scenario: the same memory at another bus address
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
    Scenario: a bus address behind everything
      When VFIO_SET_IOMMU sets type v2 on "C1"
      And VFIO_SET_IOMMU sets type type1v2 on "C1"
      And VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      And VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x8000000000 in "C1"
      Then it answers
        | platforms        | answer | rule                     |
        | POWER without v2 | EINVAL | container.no-iommu       |
        | x86              | EINVAL | type1.map.not-translated |
        | *                | ENXIO  | spapr.map.no-window      |

  Rule: Some numbers are requests of both drivers, and mean different things

    @TYPE1-014
    Scenario: registering memory, whose number is a request about dirty pages
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
