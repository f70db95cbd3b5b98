Feature: Registering memory

  Rule: Registered memory is pinned and counted once for a process

    @MEMORY-001
    Scenario: REGISTER_MEMORY of a buffer
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers 0, rule spapr.register.registered
      And locked memory is
        | platforms                       | pages |
        | p5ioc2                          | 3 MiB |
        | ioda1                           | 5 MiB |
        | two-window bridges on 4.2..4.11 | 9 MiB |
        | *                               | 1 MiB |

    @MEMORY-002
    Scenario: REGISTER_MEMORY of the same buffer twice in one container
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers
        | platforms                       | answer | rule                      |
        | one-window bridges on 4.2..4.11 | 0      | spapr.register.registered |
        | two-window bridges on 4.2..4.11 | 0      | spapr.register.registered |
        | *                               | EBUSY  | spapr.register.already    |

    @MEMORY-003
    Scenario: A buffer registered in two containers is counted once
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C2"
      Then it answers 0, rule spapr.register.registered

    @MEMORY-004
    Scenario: A buffer that both containers unregistered is no longer counted
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C2"
      Then it answers 0, rule spapr.register.registered
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C1"
      Then it answers 0, rule spapr.unregister.unregistered
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C2"
      Then it answers 0, rule spapr.unregister.unregistered

  Rule: Memory is registered in whole host pages that the process can write to

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2

    @MEMORY-005
    Scenario: REGISTER_MEMORY of memory that does not start on a page
      Given memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | vaddr | B1+0x800 |
        | size  | 0x10000  |
      Then it answers EINVAL, rule spapr.memory.aligned

    @MEMORY-006
    Scenario: REGISTER_MEMORY of half a page
      Given memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | vaddr | B1+0x0 |
        | size  | 0x800  |
      Then it answers EINVAL, rule spapr.memory.aligned

    @MEMORY-007
    Scenario: REGISTER_MEMORY up to the end of the address space
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | vaddr | 0xffffffffffff0000 |
        | size  | 0x10000            |
      Then it answers EINVAL, rule spapr.memory.aligned

    @MEMORY-008
    Scenario: REGISTER_MEMORY of zero bytes
      Given memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | vaddr | B1+0x0 |
        | size  | 0x0    |
      Then it answers ENOMEM, rule spapr.register.nothing

    @MEMORY-009
    Scenario: REGISTER_MEMORY of memory that is not mapped
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | vaddr | 0x10000 |
        | size  | 0x10000 |
      Then it answers EFAULT, rule spapr.register.not-writable

    @MEMORY-010
    Scenario: REGISTER_MEMORY of read-only memory
      Given read-only memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers EFAULT, rule spapr.register.not-writable

    @MEMORY-011
    Scenario: REGISTER_MEMORY of memory that is mapped only at its start
      Given memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | vaddr | B1+0xf0000 |
        | size  | 0x20000    |
      Then it answers
        | platforms                       | answer | rule                        |
        | one-window bridges on 4.2..4.11 | EFAULT | spapr.register.not-writable |
        | two-window bridges before 5.0   | EFAULT | spapr.register.not-writable |
        | two-window bridges with 4k      | 16     | spapr.register.partly       |
        | partitions since 6.11           | 16     | spapr.register.partly       |
        | *                               | 1      | spapr.register.partly       |

    @MEMORY-026
    Scenario: REGISTER_MEMORY of a range whose end wraps around
      Given memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | vaddr | B1+0x0             |
        | size  | 0xffffffffffff0000 |
      Then it answers EINVAL, rule spapr.memory.aligned

    @MEMORY-027
    Scenario: REGISTER_MEMORY of half the address space
      Given memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | vaddr | B1+0x0             |
        | size  | 0x8000000000000000 |
      Then it answers ENOMEM, rule spapr.register.no-memory

  Rule: Registered memory does not overlap other registered memory

    @MEMORY-012
    Scenario: REGISTER_MEMORY of part of a registered range
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers 64 KiB of "B1" from 0x10000 in "C1"
      Then it answers EINVAL, rule spapr.register.overlap

    @MEMORY-013
    Scenario: REGISTER_MEMORY next to a registered range
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers 64 KiB of "B1" from 0x0 in "C1"
      Then it answers 0, rule spapr.register.registered
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers 64 KiB of "B1" from 0x10000 in "C1"
      Then it answers 0, rule spapr.register.registered

    @MEMORY-014
    Scenario: REGISTER_MEMORY of overlapping memory over the limit
      Given the process may lock 1 MiB
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB
      And memory "B2" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers 0, rule spapr.register.registered
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers 64 KiB of "B1" from 0x10000 in "C1"
      Then it answers
        | platforms                     | answer | rule                   |
        | two-window bridges before 5.0 | EINVAL | spapr.register.overlap |
        | *                             | ENOMEM | spapr.register.memlock |

    @MEMORY-028
    Scenario: REGISTER_MEMORY of half the address space around a registered range
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB
      And memory "B2" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | vaddr | B1+0x0             |
        | size  | 0x8000000000000000 |
      Then it answers
        | platforms                       | answer | rule                     |
        | one-window bridges on 4.2..4.11 | EINVAL | spapr.register.overlap   |
        | two-window bridges before 5.0   | EINVAL | spapr.register.overlap   |
        | *                               | ENOMEM | spapr.register.no-memory |

  Rule: Registered memory is for v2

    @MEMORY-022
    Scenario: REGISTER_MEMORY in a v1 container
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers ENOTTY, rule spapr.not-in-v1
      And nothing changed

    @MEMORY-023
    Scenario: UNREGISTER_MEMORY in a v1 container
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C1"
      Then it answers ENOTTY, rule spapr.not-in-v1
      And nothing changed

    @MEMORY-024
    Scenario: A Type1 container takes REGISTER_MEMORY for DIRTY_PAGES
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers EINVAL, rule type1.dirty-pages.one-flag

  Rule: Only REGISTER_MEMORY checks for a range that wraps around

    @MEMORY-025
    Scenario: UNREGISTER_MEMORY of a range that wraps around
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY is called on "C1" with
        | vaddr | 0xffffffffffff0000 |
        | size  | 0x10000            |
      Then it answers ENOENT, rule spapr.unregister.not-registered
      And nothing changed

    @MEMORY-029
    Scenario: UNREGISTER_MEMORY of a buffer with a size that wraps around
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY is called on "C1" with
        | vaddr | B1+0x0             |
        | size  | 0xffffffffffff0000 |
      Then it answers ENOENT, rule spapr.unregister.not-registered
      And nothing changed
