Feature: A Type1 container while its process changes

  # MAP pins the pages that are there, and counts them against the limit of the moment. What the process does afterwards to its memory, to
  # its limit or to its capabilities takes nothing back.
  Rule: The limit and the capability count at the time of the call

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 2 MiB

    @TYPE1-142
    Scenario: Type1 MAP after the limit was lowered below what is locked
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And setrlimit is called with
        | memlock | 0x1000 |
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers ENOMEM, rule type1.map.memlock
      And locked memory is
        | pages |
        | 16    |

    @TYPE1-143
    Scenario: Type1 MAP after the process took CAP_IPC_LOCK
      Given setrlimit is called with
        | memlock | 0x0 |
      And capset is called with
        | capabilities | CAP_IPC_LOCK |
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C1"
      Then it answers 0, rule type1.map.mapped

    @TYPE1-144
    Scenario: Type1 MAP after the process took CAP_IPC_LOCK and gave it up
      Given setrlimit is called with
        | memlock | 0x0 |
      And capset is called with
        | capabilities | CAP_IPC_LOCK |
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And capset is called with
        | capabilities |  |
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers ENOMEM, rule type1.map.memlock
      And locked memory is
        | pages |
        | 16    |

  Rule: Memory must be there when it is mapped for a device

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 2 MiB

    @TYPE1-145
    Scenario: Type1 MAP of memory with a hole
      Given munmap is called with
        | vaddr | B1+0x10000 |
        | size  | 0x10000    |
      When VFIO_IOMMU_MAP_DMA maps 128 KiB of "B1" at 0x0 in "C1"
      Then it answers EFAULT, rule type1.map.not-accessible
      And nothing is mapped in "C1"
      And locked memory is
        | pages |
        | 0     |

    @TYPE1-146
    Scenario: Type1 UNMAP of memory that was unmapped from the process
      Given 64 KiB of "B1" are mapped at 0x0 in "C1"
      And munmap is called with
        | vaddr | B1+0x0   |
        | size  | 0x100000 |
      When VFIO_IOMMU_UNMAP_DMA is called 1 times on "C1" with
        | iova | 0x0     |
        | size | 0x10000 |
      Then it answers 0
      And it reports
        | size    |
        | 0x10000 |
      And locked memory is
        | pages |
        | 0     |

    @TYPE1-147
    Scenario: Type1 MAP for writing of memory that was made read-only
      Given mprotect is called with
        | vaddr  | B1+0x0   |
        | size   | 0x100000 |
        | access | ro       |
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C1"
      Then it answers EFAULT, rule type1.map.not-accessible

    @TYPE1-148
    Scenario: Type1 MAP of transparent huge pages
      Given mmap is called with
        | vaddr   | B1+0x0   |
        | size    | 0x200000 |
        | backing | thp      |
        | access  | rw       |
      When VFIO_IOMMU_MAP_DMA maps 1 MiB of "B1" at 0x0 in "C1"
      Then it answers 0
      And locked memory is
        | pages |
        | 256   |

  Rule: Up to 6.1, untouched memory that a device may only read counts for nothing

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 2 MiB

    @TYPE1-149
    Scenario: Type1 MAP for reading of memory that nobody has touched
      Given mmap is called with
        | vaddr   | B1+0x0   |
        | size    | 0x100000 |
        | backing | none     |
        | access  | rw       |
      When VFIO_IOMMU_MAP_DMA is called 1 times on "C1" with
        | vaddr | B1+0x0  |
        | iova  | 0x0     |
        | size  | 0x10000 |
        | flags | 0x1     |
      Then it answers 0
      And locked memory is
        | platforms        | pages |
        | x86 on 5.10..6.1 | 0     |
        | *                | 16    |

    @TYPE1-150
    Scenario: Type1 MAP for reading and writing of memory that nobody has touched
      Given mmap is called with
        | vaddr   | B1+0x0   |
        | size    | 0x100000 |
        | backing | none     |
        | access  | rw       |
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C1"
      Then it answers 0
      And locked memory is
        | pages |
        | 16    |
