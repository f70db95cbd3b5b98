Feature: The default window

  Rule: Since 4.10 the first MAP, UNMAP or CREATE creates the default window

    @DMA-WINDOW-020
    Scenario: SET_IOMMU creates the default window up to 4.9
      Given group "G1"
      And "G1" is in container "C1"
      When VFIO_SET_IOMMU sets type v2 on "C1"
      Then it answers
        | platforms               | answer |
        | bridges before 4.2      | ENODEV |
        | ioda1 since 4.12        | EPERM  |
        | partitions before 6.4   | EPERM  |
        | partitions on 6.4..6.10 | EINVAL |
        | x86                     | ENODEV |
        | *                       | 0      |
      And locked memory is
        | platforms                       | pages |
        | p5ioc2 since 4.2                | 32    |
        | ioda1 on 4.2..4.11              | 64    |
        | two-window bridges on 4.2..4.11 | 128   |
        | *                               | 0     |

    @DMA-WINDOW-021
    Scenario: Registering memory does not create the default window
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers 0
      And locked memory is
        | platforms                       | pages |
        | p5ioc2                          | 48    |
        | ioda1                           | 80    |
        | two-window bridges on 4.2..4.11 | 144   |
        | *                               | 1 MiB |

    @DMA-WINDOW-022
    Scenario: The first MAP creates the default window
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C1"
      Then it answers 0, rule spapr.map.mapped
      And the windows of "C1" are
        | platforms | window | start | size       | page   | levels |
        | p5ioc2    | 0      | 0x0   | 0x40000000 | 0x1000 | 1      |
        | *         | 0      | 0x0   | 0x80000000 | 0x1000 | 1      |
      And locked memory is
        | platforms                       | pages |
        | p5ioc2                          | 48    |
        | ioda1                           | 80    |
        | two-window bridges on 4.2..4.11 | 144   |
        | *                               | 9 MiB |

    @DMA-WINDOW-023
    Scenario: A MAP that fails creates the default window
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x80000000 in "C1"
      Then it answers ENXIO, rule spapr.map.no-window
      And the windows of "C1" are
        | platforms | window | start | size       | page   | levels |
        | p5ioc2    | 0      | 0x0   | 0x40000000 | 0x1000 | 1      |
        | *         | 0      | 0x0   | 0x80000000 | 0x1000 | 1      |

    @DMA-WINDOW-024
    Scenario: The first UNMAP creates the default window
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x0 in "C1"
      Then it answers 0, rule spapr.unmap.unmapped
      And the windows of "C1" are
        | platforms | window | start | size       | page   | levels |
        | p5ioc2    | 0      | 0x0   | 0x40000000 | 0x1000 | 1      |
        | *         | 0      | 0x0   | 0x80000000 | 0x1000 | 1      |

    @DMA-WINDOW-025
    Scenario: A CREATE that fails creates the default window
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 1 GiB with 8 KiB pages in "C1"
      Then it answers EINVAL, rule spapr.create.page-size
      And the windows of "C1" are
        | platforms | window | start | size       | page   | levels |
        | p5ioc2    | 0      | 0x0   | 0x40000000 | 0x1000 | 1      |
        | *         | 0      | 0x0   | 0x80000000 | 0x1000 | 1      |

    @DMA-WINDOW-026
    Scenario: In v1 the first MAP after ENABLE creates the default window
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C1"
      Then it answers 0, rule spapr.map.mapped
      And locked memory is
        | platforms                       | pages    |
        | p5ioc2 before 4.2               | 16384    |
        | p5ioc2 since 4.2                | 16416    |
        | ioda1 on 4.2..4.11              | 32832    |
        | two-window bridges on 4.2..4.11 | 32832    |
        | two-window bridges since 6.4    | 2056 MiB |
        | *                               | 32768    |

    @DMA-WINDOW-027
    Scenario: The default window does not fit into the limit of locked memory
      Given the process may lock 1 MiB
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C1"
      Then it answers ENOMEM, rule spapr.create.memlock
      And "C1" has no window

    @DMA-WINDOW-028
    Scenario: Two groups get the default window at the same time
      Given a bridge whose tables the kernel makes
      And groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C1"
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C1"
      Then it answers 0
      And the windows of "C1" are
        | window | start | size       | page   | levels |
        | 0      | 0x0   | 0x80000000 | 0x1000 | 1      |

  Rule: The default window can be removed where windows can be created

    @DMA-WINDOW-030
    Scenario: REMOVE of the default window as the first call
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_REMOVE removes the window at 0x0 from "C1"
      Then it answers
        | platforms                       | answer | rule                           |
        | one-window bridges on 4.2..4.11 | EPERM  | spapr.remove.fixed             |
        | two-window bridges on 4.2..4.11 | 0      | spapr.remove.removed           |
        | *                               | 0      | spapr.remove.pending-cancelled |

    @DMA-WINDOW-031
    Scenario: REMOVE by another address in the default window, before it was created
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_REMOVE removes the window at 0x1000 from "C1"
      Then it answers
        | platforms                       | answer | rule                   |
        | one-window bridges on 4.2..4.11 | EPERM  | spapr.remove.fixed     |
        | two-window bridges on 4.2..4.11 | 0      | spapr.remove.removed   |
        | *                               | EINVAL | spapr.remove.no-window |

    @DMA-WINDOW-032
    Scenario: Nothing can be mapped after the only window was removed
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And the default window of "C1" is removed
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C1"
      Then it answers ENXIO, rule spapr.map.no-window
      And nothing changed

    @DMA-WINDOW-033
    Scenario: REMOVE of the default window twice
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And the default window of "C1" is removed
      When VFIO_IOMMU_SPAPR_TCE_REMOVE removes the window at 0x0 from "C1"
      Then it answers EINVAL, rule spapr.remove.no-window
      And nothing changed

    @DMA-WINDOW-034
    Scenario: A group that joins does not bring the removed default window back
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And the default window of "C1" is removed
      And memory "B1" of 1 MiB is registered in "C1"
      And "G2" is in container "C1"
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C1"
      Then it answers ENXIO, rule spapr.map.no-window

    @DMA-WINDOW-035
    Scenario: REMOVE of the default window drops its mappings and locked memory
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      When VFIO_IOMMU_SPAPR_TCE_REMOVE removes the window at 0x0 from "C1"
      Then it answers
        | platforms                       | answer | rule                 |
        | one-window bridges on 4.2..4.11 | EPERM  | spapr.remove.fixed   |
        | *                               | 0      | spapr.remove.removed |
      And locked memory is
        | platforms                       | pages |
        | p5ioc2                          | 48    |
        | ioda1                           | 80    |
        | two-window bridges on 4.2..4.11 | 16    |
        | *                               | 1 MiB |
