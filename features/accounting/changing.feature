Feature: A limit or a capability that changes in the middle

  # A program may raise its limit when it meets it, and libvirt does so for a guest that gets more devices. VFIO looks at the limit and
  # the capability at each call that locks memory, and never takes anything back.
  Rule: Memory that is preregistered is held against the limit of the moment

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And memory "B2" of 1 MiB

    @ACCOUNTING-061
    Scenario: REGISTER_MEMORY after the limit was lowered below what is locked
      Given setrlimit is called with
        | memlock | 0x0 |
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B2" in "C1"
      Then it answers ENOMEM, rule spapr.register.memlock
      And nothing changed

    @ACCOUNTING-062
    Scenario: REGISTER_MEMORY after the limit was raised again
      Given setrlimit is called with
        | memlock | 0x0 |
      And setrlimit is called with
        | memlock | unlimited |
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B2" in "C1"
      Then it answers 0

    @ACCOUNTING-063
    Scenario: UNREGISTER_MEMORY gives back what was locked under a higher limit
      Given setrlimit is called with
        | memlock | 0x0 |
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C1"
      Then it answers 0

    @ACCOUNTING-064
    Scenario: REGISTER_MEMORY after the process took CAP_IPC_LOCK
      Given setrlimit is called with
        | memlock | 0x0 |
      And capset is called with
        | capabilities | CAP_IPC_LOCK |
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B2" in "C1"
      Then it answers 0

    @ACCOUNTING-065
    Scenario: TCE_CREATE after the limit was lowered
      Given setrlimit is called with
        | memlock | 0x0 |
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 1 GiB with 64 KiB pages in "C1"
      Then it answers
        | platforms                       | answer | rule                   |
        | one-window bridges on 4.2..4.11 | EINVAL | spapr.create.page-size |
        | *                               | ENOMEM |                        |

  Rule: CAP_IPC_LOCK counts at the time of the call

    @ACCOUNTING-066
    Scenario: REGISTER_MEMORY after the process gave up CAP_IPC_LOCK
      Given the process may lock nothing
      And the process has CAP_IPC_LOCK
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And memory "B2" of 1 MiB
      And capset is called with
        | capabilities |  |
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B2" in "C1"
      Then it answers ENOMEM, rule spapr.register.memlock

    @ACCOUNTING-067
    Scenario: MAP in v1 after the limit was lowered below what ENABLE has locked
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      And memory "B1" of 1 MiB
      And setrlimit is called with
        | memlock | 0x0 |
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C1"
      Then it answers
        | platforms                  | answer | rule                 |
        | ioda2, phb4, phb5 on 6.4.. | ENOMEM | spapr.create.memlock |
        | pseries on 6.4..           | ENOMEM | spapr.create.memlock |
        | *                          | 0      |                      |
