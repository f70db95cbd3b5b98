Feature: What is counted as locked memory

  Rule: Memory of a process is counted once, for the process that the container is bound to

    Background:
      Given a container belongs to one process

    @ACCOUNTING-001
    Scenario: memory is registered within the limit, to the page
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
    Scenario: a page too much
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
    Scenario: CAP_IPC_LOCK knows no limit
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
    Scenario: memory is given back
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C1"
      Then it answers 0, rule spapr.unregister.unregistered
      And locked memory is
        | pages |
        | 0     |

    @ACCOUNTING-005
    Scenario: a second container that registers the same memory does not count it again
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
    Scenario: the first of two containers gives up the memory
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
    Scenario: the last container gives up the memory
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
    Scenario: the container loses its last group
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers 0, rule group.unset-container.left
      And locked memory is
        | pages |
        | 0     |

  Rule: Each process has a count of its own

    Background:
      Given a container belongs to one process

    @ACCOUNTING-009
    Scenario: a child begins with nothing
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
    Scenario: what a child registers is counted for the child
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
    Scenario: the limit of the parent holds for the child alone
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
    Scenario: a child that does the last close gives back what its parent has locked
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
    Scenario: a child that ends gives back what its parent has locked
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
    Scenario: a container stays bound to a process that has ended
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
    Scenario: a group that leaves a container of a process that has ended
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

  Rule: From 6.4 on the table of a default window is paid for, whoever has made it

    @ACCOUNTING-060
    Scenario: v1 may lock its 32-bit window, but not the table of it
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
