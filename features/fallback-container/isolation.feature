Feature: Two containers in one process

  Rule: What is done to one container never shows in the other

    Background:
      Given groups "G1" and "G2" on different PHBs

    @FALLBACK-CONTAINER-020
    Scenario: A MAP does not change the other container
      Given "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      And "G2" is in container "C2" with IOMMU type v1
      And container "C2" is enabled
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C1"
      Then it answers 0, rule spapr.map.mapped
      And nothing changed in "C2"
      And nothing is mapped in "C2"

    @FALLBACK-CONTAINER-021
    Scenario: Two containers map different memory at the same address
      Given "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And memory "B2" of 1 MiB is registered in "C2"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      When VFIO_IOMMU_MAP_DMA maps 128 KiB of "B2" at 0x0 in "C2"
      Then it answers 0, rule spapr.map.mapped
      And the mappings of "C1" are
        | iova | size    | memory |
        | 0x0  | 0x10000 | B1+0x0 |
      And the mappings of "C2" are
        | iova | size    | memory |
        | 0x0  | 0x20000 | B2+0x0 |

    @FALLBACK-CONTAINER-022
    Scenario: An UNMAP does not change the other container
      Given "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And memory "B1" of 1 MiB is registered in "C2"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And 64 KiB of "B1" are mapped at 0x0 in "C2"
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x0 in "C1"
      Then it answers 0, rule spapr.unmap.unmapped
      And nothing changed in "C2"
      And nothing is mapped in "C1"

    @FALLBACK-CONTAINER-023
    Scenario: A new window does not change the other container
      Given "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 1 GiB with 64 KiB pages in "C1"
      Then it answers
        | platforms                       | answer | rule                   |
        | one-window bridges on 4.2..4.11 | EINVAL | spapr.create.page-size |
        | *                               | 0      | spapr.window.made      |
      And nothing changed in "C2"

    @FALLBACK-CONTAINER-024
    Scenario: A CREATE that fails does not change the other container
      Given "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 1 GiB with 8 KiB pages in "C2"
      Then it answers EINVAL, rule spapr.create.page-size
      And nothing changed in "C1"

    @FALLBACK-CONTAINER-025
    Scenario: A removed window does not change the other container
      Given "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_REMOVE removes the window at 0x0 from "C1"
      Then it answers
        | platforms                       | answer | rule                           |
        | one-window bridges on 4.2..4.11 | EPERM  | spapr.remove.fixed             |
        | two-window bridges on 4.2..4.11 | 0      | spapr.remove.removed           |
        | *                               | 0      | spapr.remove.pending-cancelled |
      And nothing changed in "C2"

    @FALLBACK-CONTAINER-026
    Scenario: ENABLE does not enable the other container
      Given "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      And "G2" is in container "C2" with IOMMU type v1
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C2"
      Then it answers
        | platforms          | answer | rule                  |
        | bridges before 4.2 | 0      | spapr.map.mapped      |
        | *                  | EPERM  | spapr.map.not-enabled |
      And nothing changed in "C1"

    @FALLBACK-CONTAINER-027
    Scenario: A group that leaves does not change the other container
      Given "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And memory "B2" of 1 MiB is registered in "C2"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And 64 KiB of "B2" are mapped at 0x0 in "C2"
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers 0
      And nothing changed in "C2"

    @FALLBACK-CONTAINER-028
    Scenario: Closing a container does not change the other one
      Given "G1" is in container "C1" with IOMMU type v1
      And "G2" is in container "C2" with IOMMU type v1
      When close is called on "C1"
      Then it answers 0, rule fd.closed
      And nothing changed in "C2"

  Rule: Registered memory and locked memory belong to the process

    @FALLBACK-CONTAINER-030
    Scenario: Memory that two containers register is counted once
      Given a bridge whose tables the kernel makes
      And groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C2"
      Then it answers 0, rule spapr.register.registered
      And locked memory is
        | platforms                       | pages |
        | p5ioc2                          | 80    |
        | ioda1                           | 120   |
        | two-window bridges on 4.2..4.11 | 272   |
        | *                               | 1 MiB |

    @FALLBACK-CONTAINER-031
    Scenario: Memory registered by the other container alone does not enable mapping
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C2"
      Then it answers EPERM, rule spapr.map.not-enabled
      And nothing changed

    @FALLBACK-CONTAINER-032
    Scenario: An enabled container can map memory that only the other one registered
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And memory "B2" of 1 MiB is registered in "C2"
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C2"
      Then it answers 0, rule spapr.map.mapped

    @FALLBACK-CONTAINER-033
    Scenario: One of two containers unregisters shared memory
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And memory "B1" of 1 MiB is registered in "C2"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C1"
      Then it answers 0, rule spapr.unregister.unregistered
      And nothing changed in "C2"

    @FALLBACK-CONTAINER-034
    Scenario: A container unregisters memory that only the other one registered
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And memory "B2" of 1 MiB is registered in "C2"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C2"
      Then it answers
        | platforms                       | answer | rule                            |
        | one-window bridges on 4.2..4.11 | 0      | spapr.unregister.unregistered   |
        | two-window bridges on 4.2..4.11 | 0      | spapr.unregister.unregistered   |
        | *                               | ENOENT | spapr.unregister.not-registered |

    @FALLBACK-CONTAINER-036
    Scenario: Unregistering memory that is still mapped
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C1"
      Then it answers
        | platforms                       | answer | rule                          |
        | one-window bridges on 4.2..4.11 | EBUSY  | spapr.unregister.still-mapped |
        | two-window bridges before 5.0   | EBUSY  | spapr.unregister.still-mapped |
        | *                               | 0      | spapr.unregister.unregistered |
      And locked memory is
        | platforms                       | pages |
        | p5ioc2                          | 48    |
        | ioda1                           | 80    |
        | two-window bridges on 4.2..4.11 | 144   |
        | *                               | 9 MiB |

    @FALLBACK-CONTAINER-035
    Scenario: Two containers share one limit of locked memory
      Given the process may lock 3 GiB
      And groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      And "G2" is in container "C2" with IOMMU type v1
      When VFIO_IOMMU_ENABLE is called on "C2"
      Then it answers
        | platforms             | answer | rule                 |
        | p5ioc2                | 0      | spapr.enable.enabled |
        | partitions before 6.4 | 0      | spapr.enable.enabled |
        | partitions since 6.11 | 0      | spapr.enable.enabled |
        | *                     | ENOMEM | spapr.enable.memlock |
      And nothing changed in "C1"
