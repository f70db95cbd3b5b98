Feature: Memory that changes in the middle

  # REGISTER_MEMORY pins the pages that are there. What the process does to its memory afterwards changes nothing for devices: a region
  # stands for the pages it pinned. A program that unmaps memory before it unregisters it keeps those pages from being freed.
  Rule: Memory must be there, and writable, when it is registered

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB

    @MEMORY-033
    Scenario: REGISTER_MEMORY of memory that was unmapped
      Given munmap is called with
        | vaddr | B1+0x0   |
        | size  | 0x100000 |
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers EFAULT

    @MEMORY-034
    Scenario: REGISTER_MEMORY of memory that was unmapped and mapped anew
      Given munmap is called with
        | vaddr | B1+0x0   |
        | size  | 0x100000 |
      And mmap is called with
        | vaddr   | B1+0x0   |
        | size    | 0x100000 |
        | backing | page     |
        | access  | rw       |
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers 0

    @MEMORY-035
    Scenario: REGISTER_MEMORY of memory that nobody has touched yet
      Given mmap is called with
        | vaddr   | B1+0x0   |
        | size    | 0x100000 |
        | backing | none     |
        | access  | rw       |
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers 0

    @MEMORY-036
    Scenario: REGISTER_MEMORY of memory that was made read-only
      Given mprotect is called with
        | vaddr  | B1+0x0   |
        | size   | 0x100000 |
        | access | ro       |
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers EFAULT

    @MEMORY-037
    Scenario: REGISTER_MEMORY of memory that was made writable again
      Given mprotect is called with
        | vaddr  | B1+0x0   |
        | size   | 0x100000 |
        | access | ro       |
      And mprotect is called with
        | vaddr  | B1+0x0   |
        | size   | 0x100000 |
        | access | rw       |
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers 0

  Rule: A region stands for the pages that it pinned, whatever becomes of the memory

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB

    @MEMORY-038
    Scenario: MAP of registered memory that was unmapped
      Given VFIO_IOMMU_SPAPR_REGISTER_MEMORY succeeds 1 times on "C1" with
        | vaddr | B1+0x0   |
        | size  | 0x100000 |
      And munmap is called with
        | vaddr | B1+0x0   |
        | size  | 0x100000 |
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers 0

    @MEMORY-039
    Scenario: UNREGISTER_MEMORY of memory that was unmapped
      Given VFIO_IOMMU_SPAPR_REGISTER_MEMORY succeeds 1 times on "C1" with
        | vaddr | B1+0x0   |
        | size  | 0x100000 |
      And munmap is called with
        | vaddr | B1+0x0   |
        | size  | 0x100000 |
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C1"
      Then it answers 0

    @MEMORY-040
    Scenario: REGISTER_MEMORY of new memory in the place of registered memory
      Given VFIO_IOMMU_SPAPR_REGISTER_MEMORY succeeds 1 times on "C1" with
        | vaddr | B1+0x0   |
        | size  | 0x100000 |
      And mmap is called with
        | vaddr   | B1+0x0   |
        | size    | 0x100000 |
        | backing | page     |
        | access  | rw       |
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers
        | platforms                         | answer |
        | p5ioc2, ioda1, ioda2 on 4.2..4.11 | 0      |
        | *                                 | EBUSY  |

    @MEMORY-041
    Scenario: MAP of registered memory that was made read-only
      Given VFIO_IOMMU_SPAPR_REGISTER_MEMORY succeeds 1 times on "C1" with
        | vaddr | B1+0x0   |
        | size  | 0x100000 |
      And mprotect is called with
        | vaddr  | B1+0x0   |
        | size   | 0x100000 |
        | access | ro       |
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers 0
