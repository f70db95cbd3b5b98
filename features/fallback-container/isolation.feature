Feature: Two containers of one process

  Rule: What is done to one container never shows in the other

    @FALLBACK-CONTAINER-020
    Scenario: a mapping
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      And "G2" is in container "C2" with IOMMU type v1
      And container "C2" is enabled
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C1"
      Then it answers
        | platforms                 | answer | rule                            |
        | pseries on 6.4..6.10      | n/a    |                                 |
        | x86                       | n/a    |                                 |
        | ioda2, phb4 on 4.12..5.18 | n/a    | spapr.attach.v1-without-windows |
        | *                         | 0      | spapr.map.mapped                |
      And nothing changed in "C2"
      And nothing is mapped in "C2"

    @FALLBACK-CONTAINER-021
    Scenario: the same address maps different memory in each
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And memory "B2" of 1 MiB is registered in "C2"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      When VFIO_IOMMU_MAP_DMA maps 128 KiB of "B2" at 0x0 in "C2"
      Then it answers
        | platforms                      | answer | rule             |
        | p5ioc2, ioda1 on 4.2..4.11     | 0      | spapr.map.mapped |
        | ioda2, phb4, phb5 on 4.2..6.12 | 0      | spapr.map.mapped |
        | pseries on 6.12                | 0      | spapr.map.mapped |
        | *                              | n/a    |                  |
      And the mappings of "C1" are
        | iova | size    | memory |
        | 0x0  | 0x10000 | B1+0x0 |
      And the mappings of "C2" are
        | iova | size    | memory |
        | 0x0  | 0x20000 | B2+0x0 |

    @FALLBACK-CONTAINER-022
    Scenario: an unmap
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And memory "B1" of 1 MiB is registered in "C2"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And 64 KiB of "B1" are mapped at 0x0 in "C2"
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x0 in "C1"
      Then it answers
        | platforms                      | answer | rule                 |
        | p5ioc2, ioda1 on 4.2..4.11     | 0      | spapr.unmap.unmapped |
        | ioda2, phb4, phb5 on 4.2..6.12 | 0      | spapr.unmap.unmapped |
        | pseries on 6.12                | 0      | spapr.unmap.unmapped |
        | *                              | n/a    |                      |
      And nothing changed in "C2"
      And nothing is mapped in "C1"

    @FALLBACK-CONTAINER-023
    Scenario: a window
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 1 GiB with 64 KiB pages in "C1"
      Then it answers
        | platforms                      | answer | rule                   |
        | p5ioc2, ioda1 on 4.2..4.11     | EINVAL | spapr.create.page-size |
        | ioda2, phb4, phb5 on 4.2..6.12 | 0      | spapr.window.made      |
        | pseries on 6.12                | 0      | spapr.window.made      |
        | *                              | n/a    |                        |
      And nothing changed in "C2"

    @FALLBACK-CONTAINER-024
    Scenario: a window that cannot be made
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 1 GiB with 8 KiB pages in "C2"
      Then it answers
        | platforms                      | answer | rule                   |
        | p5ioc2, ioda1 on 4.2..4.11     | EINVAL | spapr.create.page-size |
        | ioda2, phb4, phb5 on 4.2..6.12 | EINVAL | spapr.create.page-size |
        | pseries on 6.12                | EINVAL | spapr.create.page-size |
        | *                              | n/a    |                        |
      And nothing changed in "C1"

    @FALLBACK-CONTAINER-025
    Scenario: a window that is removed
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_REMOVE removes the window at 0x0 from "C1"
      Then it answers
        | platforms                       | answer | rule                           |
        | p5ioc2, ioda1 on 4.2..4.11      | EPERM  | spapr.remove.fixed             |
        | ioda2 on 4.2..4.9               | 0      | spapr.remove.removed           |
        | ioda2, phb4, phb5 on 4.10..6.12 | 0      | spapr.remove.pending-cancelled |
        | pseries on 6.12                 | 0      | spapr.remove.pending-cancelled |
        | *                               | n/a    |                                |
      And nothing changed in "C2"

    @FALLBACK-CONTAINER-026
    Scenario: ENABLE
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      And "G2" is in container "C2" with IOMMU type v1
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C2"
      Then it answers
        | platforms                         | answer | rule                            |
        | pseries on 6.4..6.10              | n/a    |                                 |
        | pseries on 4.12..6.3 6.11..6.12   | EPERM  | spapr.map.not-enabled           |
        | p5ioc2, ioda1, ioda2 on 4.1       | 0      | spapr.map.mapped                |
        | p5ioc2, ioda1, ioda2 on 4.2..4.11 | EPERM  | spapr.map.not-enabled           |
        | ioda1 on 4.12..6.3                | EPERM  | spapr.map.not-enabled           |
        | ioda2, phb4 on 4.12..5.18         | n/a    | spapr.attach.v1-without-windows |
        | ioda2, phb4, phb5 on 6.4..6.12    | EPERM  | spapr.map.not-enabled           |
        | x86                               | n/a    |                                 |
      And nothing changed in "C1"

    @FALLBACK-CONTAINER-027
    Scenario: a group that leaves
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And memory "B2" of 1 MiB is registered in "C2"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And 64 KiB of "B2" are mapped at 0x0 in "C2"
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers
        | platforms                      | answer |
        | p5ioc2, ioda1 on 4.2..4.11     | 0      |
        | ioda2, phb4, phb5 on 4.2..6.12 | 0      |
        | pseries on 6.12                | 0      |
        | *                              | n/a    |
      And nothing changed in "C2"

    @FALLBACK-CONTAINER-028
    Scenario: a container that is closed
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v1
      And "G2" is in container "C2" with IOMMU type v1
      When close is called on "C1"
      Then it answers
        | platforms                 | answer | rule                            |
        | pseries on 6.4..6.10      | n/a    |                                 |
        | x86                       | n/a    |                                 |
        | ioda2, phb4 on 4.12..5.18 | n/a    | spapr.attach.v1-without-windows |
        | *                         | 0      | fd.closed                       |
      And nothing changed in "C2"

  Rule: Registered memory and locked memory belong to the process

    @FALLBACK-CONTAINER-030
    Scenario: memory that both containers register is counted once
      Given a bridge whose tables the kernel makes
      And groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C2"
      Then it answers
        | platforms                      | answer | rule                      |
        | p5ioc2, ioda1 on 4.2..4.11     | 0      | spapr.register.registered |
        | ioda2, phb4, phb5 on 4.2..6.12 | 0      | spapr.register.registered |
        | *                              | n/a    |                           |
      And locked memory is
        | platforms                       | pages |
        | p5ioc2 on 4.2..4.9              | 80    |
        | ioda1 on 4.2..4.9               | 120   |
        | ioda2 on 4.2..4.9               | 272   |
        | ioda2, phb4, phb5 on 4.10..6.12 | 1 MiB |

    @FALLBACK-CONTAINER-031
    Scenario: memory of the other container alone does not enable mapping
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C2"
      Then it answers
        | platforms                      | answer | rule                  |
        | p5ioc2, ioda1 on 4.2..4.11     | EPERM  | spapr.map.not-enabled |
        | ioda2, phb4, phb5 on 4.2..6.12 | EPERM  | spapr.map.not-enabled |
        | pseries on 6.12                | EPERM  | spapr.map.not-enabled |
        | *                              | n/a    |                       |
      And nothing changed

    @FALLBACK-CONTAINER-032
    Scenario: once a container can map, it maps memory that only the other registered
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And memory "B2" of 1 MiB is registered in "C2"
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C2"
      Then it answers
        | platforms                      | answer | rule             |
        | p5ioc2, ioda1 on 4.2..4.11     | 0      | spapr.map.mapped |
        | ioda2, phb4, phb5 on 4.2..6.12 | 0      | spapr.map.mapped |
        | pseries on 6.12                | 0      | spapr.map.mapped |
        | *                              | n/a    |                  |

    @FALLBACK-CONTAINER-033
    Scenario: one of two registrations is given up
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And memory "B1" of 1 MiB is registered in "C2"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C1"
      Then it answers
        | platforms                      | answer | rule                          |
        | p5ioc2, ioda1 on 4.2..4.11     | 0      | spapr.unregister.unregistered |
        | ioda2, phb4, phb5 on 4.2..6.12 | 0      | spapr.unregister.unregistered |
        | pseries on 6.12                | 0      | spapr.unregister.unregistered |
        | *                              | n/a    |                               |
      And nothing changed in "C2"

    @FALLBACK-CONTAINER-034
    Scenario: a container gives up what only the other registered
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And memory "B2" of 1 MiB is registered in "C2"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C2"
      Then it answers
        | platforms                        | answer | rule                            |
        | p5ioc2, ioda1, ioda2 on 4.2..4.9 | 0      | spapr.unregister.unregistered   |
        | ioda2, phb4, phb5 on 4.10..6.12  | ENOENT | spapr.unregister.not-registered |
        | pseries on 6.12                  | ENOENT | spapr.unregister.not-registered |
        | *                                | n/a    |                                 |

    @FALLBACK-CONTAINER-036
    Scenario: memory that is still mapped is given up
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C1"
      Then it answers
        | platforms                      | answer | rule                          |
        | p5ioc2, ioda1 on 4.2..4.11     | EBUSY  | spapr.unregister.still-mapped |
        | ioda2, phb4 on 4.2..4.20       | EBUSY  | spapr.unregister.still-mapped |
        | ioda2, phb4, phb5 on 5.0..6.12 | 0      | spapr.unregister.unregistered |
        | *                              | n/a    |                               |
      And locked memory is
        | platforms                       | pages |
        | p5ioc2 on 4.2..4.9              | 48    |
        | ioda1 on 4.2..4.9               | 80    |
        | ioda2 on 4.2..4.9               | 144   |
        | ioda2, phb4, phb5 on 4.10..6.12 | 9 MiB |

    @FALLBACK-CONTAINER-035
    Scenario: two containers share one limit of locked memory
      Given the process may lock 3 GiB
      And groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      And "G2" is in container "C2" with IOMMU type v1
      When VFIO_IOMMU_ENABLE is called on "C2"
      Then it answers
        | platforms                       | answer | rule                            |
        | pseries on 6.4..6.10            | n/a    |                                 |
        | pseries on 4.12..6.3 6.11..6.12 | 0      | spapr.enable.enabled            |
        | p5ioc2 on 4.1..6.10             | 0      | spapr.enable.enabled            |
        | ioda1, ioda2 on 4.1..4.11       | ENOMEM | spapr.enable.memlock            |
        | ioda1 on 4.12..6.3              | ENOMEM | spapr.enable.memlock            |
        | ioda2, phb4 on 4.12..5.18       | n/a    | spapr.attach.v1-without-windows |
        | ioda2, phb4, phb5 on 6.4..6.12  | ENOMEM | spapr.enable.memlock            |
        | x86                             | n/a    |                                 |
      And nothing changed in "C1"
