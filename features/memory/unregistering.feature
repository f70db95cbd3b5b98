Feature: Unregistering memory

  Rule: Only what a container registered can be unregistered, and only as a whole

    @MEMORY-015
    Scenario: UNREGISTER_MEMORY of a registered range
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C1"
      Then it answers 0, rule spapr.unregister.unregistered
      And locked memory is
        | platforms                       | pages |
        | p5ioc2                          | 2 MiB |
        | ioda1                           | 4 MiB |
        | two-window bridges on 4.2..4.11 | 8 MiB |
        | *                               | 0     |

    @MEMORY-016
    Scenario: UNREGISTER_MEMORY of memory that was never registered
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And memory "B2" of 1 MiB
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B2" in "C1"
      Then it answers ENOENT, rule spapr.unregister.not-registered
      And nothing changed

    @MEMORY-017
    Scenario: UNREGISTER_MEMORY of part of a registered range
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters 64 KiB of "B1" from 0x0 in "C1"
      Then it answers ENOENT, rule spapr.unregister.not-registered
      And nothing changed

    @MEMORY-018
    Scenario: UNREGISTER_MEMORY of memory that does not start on a page
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY is called on "C1" with
        | vaddr | B1+0x800 |
        | size  | 0x10000  |
      Then it answers EINVAL, rule spapr.memory.aligned
      And nothing changed

    @MEMORY-019
    Scenario: UNREGISTER_MEMORY of memory that only another container registered
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C2"
      Then it answers 0, rule spapr.register.registered
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C2"
      Then it answers 0, rule spapr.unregister.unregistered
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C2"
      Then it answers
        | platforms                       | answer | rule                            |
        | one-window bridges on 4.2..4.11 | 0      |                                 |
        | two-window bridges on 4.2..4.11 | 0      |                                 |
        | *                               | ENOENT | spapr.unregister.not-registered |

    @MEMORY-020
    Scenario: UNREGISTER_MEMORY before the container is bound to a process
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C1"
      Then it answers
        | platforms                       | answer | rule                            |
        | one-window bridges on 4.2..4.11 | ENOENT | spapr.unregister.not-registered |
        | two-window bridges on 4.2..4.11 | ENOENT | spapr.unregister.not-registered |
        | *                               | EPERM  | spapr.unregister.not-bound      |
      And nothing changed

    @MEMORY-021
    Scenario: UNREGISTER_MEMORY of memory that is still mapped
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C1"
      Then it answers
        | platforms                       | answer | rule                          |
        | one-window bridges on 4.2..4.11 | EBUSY  | spapr.unregister.still-mapped |
        | two-window bridges before 5.0   | EBUSY  | spapr.unregister.still-mapped |
        | *                               | 0      | spapr.unregister.unregistered |

    @MEMORY-044
    Scenario: Memory that another container maps stays locked after the last close
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And memory "B2" of 1 MiB is registered in "C2"
      And 64 KiB of "B1" are mapped at 0x10000 in "C2"
      And "G1" is closed
      And "C1" is closed
      And "G2" is closed
      When close is called on "C2"
      Then it answers
        | platforms                 | answer | rule         |
        | ioda2, phb4 on 4.12..4.20 | n/a    | not modelled |
        | *                         | 0      | fd.closed    |
      And locked memory is
        | platforms                       | pages |
        | one-window bridges on 4.2..4.11 | 2 MiB |
        | two-window bridges on 4.2..4.11 | 2 MiB |
        | *                               | 1 MiB |
