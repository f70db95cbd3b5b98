Feature: What is counted as locked memory

  Rule: Memory of a process is counted once, for the process that the container is bound to

    Background:
      Given a container belongs to one process

    @ACCOUNTING-001
    Scenario: Registering exactly as much memory as may be locked
      Given the process may lock 1 MiB
      And memory "B1" of 1 MiB
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers 0, rule spapr.register.registered
      And locked memory is
        | pages |
        | 1 MiB |

    @ACCOUNTING-002
    Scenario: Registering one page more than may be locked
      Given the process may lock 1 MiB
      And memory "B1" of 1088 KiB
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers ENOMEM, rule spapr.register.memlock
      And locked memory is
        | pages |
        | 0     |

    @ACCOUNTING-003
    Scenario: CAP_IPC_LOCK lifts the limit of registered memory
      Given the process may lock nothing
      And the process has CAP_IPC_LOCK
      And memory "B1" of 1 MiB
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers 0, rule spapr.register.registered
      And locked memory is
        | pages |
        | 1 MiB |

    @ACCOUNTING-004
    Scenario: Unregistering memory gives back what was locked
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C1"
      Then it answers 0, rule spapr.unregister.unregistered
      And locked memory is
        | pages |
        | 0     |

    @ACCOUNTING-005
    Scenario: Memory registered in a second container is not counted again
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C2"
      Then it answers 0, rule spapr.register.registered
      And locked memory is
        | pages |
        | 1 MiB |

    @ACCOUNTING-006
    Scenario: Memory stays counted when the first of two containers unregisters it
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And memory "B1" of 1 MiB is registered in "C2"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C1"
      Then it answers 0, rule spapr.unregister.unregistered
      And locked memory is
        | pages |
        | 1 MiB |

    @ACCOUNTING-007
    Scenario: Memory is given back when the last container unregisters it
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And memory "B1" of 1 MiB is registered in "C2"
      And "G1" has left container "C1"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C2"
      Then it answers 0, rule spapr.unregister.unregistered
      And locked memory is
        | pages |
        | 0     |

    @ACCOUNTING-008
    Scenario: Registered memory when the container loses its last group
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers 0, rule group.unset-container.left
      And locked memory is
        | pages |
        | 0     |

  Rule: The locked memory of each process is counted separately

    Background:
      Given a container belongs to one process

    @ACCOUNTING-009
    Scenario: A forked child starts with no locked memory
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When fork is called for process "P2"
      Then it answers 0, rule process.forked
      And locked memory is
        | pages |
        | 1 MiB |
      And locked memory of process "P2" is
        | pages |
        | 0     |

    @ACCOUNTING-010
    Scenario: Memory that a child registers is counted for the child
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB
      And process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers 0, rule spapr.register.registered
      And locked memory is
        | pages |
        | 0     |
      And locked memory of process "P2" is
        | pages |
        | 1 MiB |

    @ACCOUNTING-011
    Scenario: The limit of locked memory holds for parent and child separately
      Given the process may lock 1 MiB
      And groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C2"
      And process "P2" is forked
      And process "P2" makes the calls
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers 0, rule spapr.register.registered
      And locked memory is
        | pages |
        | 1 MiB |
      And locked memory of process "P2" is
        | pages |
        | 1 MiB |

    @ACCOUNTING-012
    Scenario: A child that closes the last descriptor gives back what its parent locked
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And process "P2" is forked
      And "G1" is closed
      And process "P2" makes the calls
      When close is called on "G1"
      Then it answers 0, rule fd.closed
      And locked memory is
        | pages |
        | 0     |
      And locked memory of process "P2" is
        | pages |
        | 0     |

    @ACCOUNTING-013
    Scenario: A child that exits gives back what its parent locked
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And process "P2" is forked
      And "G1" is closed
      When process "P2" exits
      Then it answers 0, rule process.exited
      And locked memory is
        | pages |
        | 0     |

    @ACCOUNTING-014
    Scenario: A container stays bound to a process that has exited
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB
      And process "P2" is forked
      And process "P2" makes the calls
      And memory "B1" of 1 MiB is registered in "C1"
      And process "P2" has exited
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers EPERM, rule spapr.foreign-process
      And locked memory is
        | pages |
        | 0     |

    @ACCOUNTING-015
    Scenario: A group leaves a container whose process has exited
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB
      And process "P2" is forked
      And process "P2" makes the calls
      And memory "B1" of 1 MiB is registered in "C1"
      And process "P2" has exited
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers 0, rule group.unset-container.left
      And locked memory is
        | pages |
        | 0     |

  Rule: Since 6.4 the table of the default window counts as locked memory

    @ACCOUNTING-060
    Scenario: A limit that allows the 32-bit window of v1, but not its table
      Given the process may lock 1 GiB
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      And memory "B1" of 64 KiB
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C1"
      Then it answers
        | platforms               | answer | rule                 |
        | partitions on 6.4..6.10 | ENOMEM | spapr.create.memlock |
        | partitions since 6.11   | ENOMEM | spapr.create.memlock |
        | p5ioc2 since 4.2        | n/a    | spapr.enable.memlock |
        | *                       | 0      | spapr.map.mapped     |
      And locked memory is
        | pages |
        | 1 GiB |
