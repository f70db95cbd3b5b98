Feature: Registering memory

  Rule: Registered memory is pinned and counted once for a process

    @MEMORY-001
    Scenario: a buffer
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers
        | platforms                    | answer | rule                      |
        | ioda1, pseries on 4.12..6.10 | n/a    |                           |
        | p5ioc2, ioda1, ioda2 on 4.1  | n/a    |                           |
        | x86                          | n/a    |                           |
        | *                            | 0      | spapr.register.registered |
      And locked memory is
        | platforms          | pages |
        | p5ioc2 on 4.2..4.9 | 3 MiB |
        | ioda1 on 4.2..4.9  | 5 MiB |
        | ioda2 on 4.2..4.9  | 9 MiB |
        | *                  | 1 MiB |

    @MEMORY-002
    Scenario: the same buffer twice in one container
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers
        | platforms                        | answer | rule                      |
        | ioda1, pseries on 4.12..6.10     | n/a    |                           |
        | p5ioc2, ioda1, ioda2 on 4.1      | n/a    |                           |
        | x86                              | n/a    |                           |
        | p5ioc2, ioda1, ioda2 on 4.2..4.9 | 0      | spapr.register.registered |
        | *                                | EBUSY  | spapr.register.already    |

    @MEMORY-003
    Scenario: the same buffer in two containers is counted once
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C2"
      Then it answers
        | platforms                    | answer | rule                      |
        | ioda1, pseries on 4.12..6.10 | n/a    |                           |
        | p5ioc2, ioda1, ioda2 on 4.1  | n/a    |                           |
        | x86                          | n/a    |                           |
        | *                            | 0      | spapr.register.registered |

    @MEMORY-004
    Scenario: a buffer that both containers gave up is free
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C2"
      Then it answers
        | platforms                    | answer | rule                      |
        | ioda1, pseries on 4.12..6.10 | n/a    |                           |
        | p5ioc2, ioda1, ioda2 on 4.1  | n/a    |                           |
        | x86                          | n/a    |                           |
        | *                            | 0      | spapr.register.registered |
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C1"
      Then it answers
        | platforms                   | answer | rule                          |
        | p5ioc2, ioda1, ioda2 on 4.1 | n/a    |                               |
        | x86                         | n/a    |                               |
        | *                           | 0      | spapr.unregister.unregistered |
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C2"
      Then it answers
        | platforms                   | answer | rule                          |
        | p5ioc2, ioda1, ioda2 on 4.1 | n/a    |                               |
        | x86                         | n/a    |                               |
        | *                           | 0      | spapr.unregister.unregistered |

  Rule: Memory is registered in whole host pages that the process can write to

    @MEMORY-005
    Scenario: memory that does not begin a page
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | vaddr | B1+0x800 |
        | size  | 0x10000  |
      Then it answers
        | platforms                    | answer | rule                 |
        | ioda1, pseries on 4.12..6.10 | n/a    |                      |
        | p5ioc2, ioda1, ioda2 on 4.1  | n/a    |                      |
        | x86                          | n/a    |                      |
        | *                            | EINVAL | spapr.memory.aligned |

    @MEMORY-006
    Scenario: half a page
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | vaddr | B1+0x0 |
        | size  | 0x800  |
      Then it answers
        | platforms                    | answer | rule                 |
        | ioda1, pseries on 4.12..6.10 | n/a    |                      |
        | p5ioc2, ioda1, ioda2 on 4.1  | n/a    |                      |
        | x86                          | n/a    |                      |
        | *                            | EINVAL | spapr.memory.aligned |

    @MEMORY-007
    Scenario: memory that ends at the end of the address space
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | vaddr | 0xffffffffffff0000 |
        | size  | 0x10000            |
      Then it answers
        | platforms                    | answer | rule                 |
        | ioda1, pseries on 4.12..6.10 | n/a    |                      |
        | p5ioc2, ioda1, ioda2 on 4.1  | n/a    |                      |
        | x86                          | n/a    |                      |
        | *                            | EINVAL | spapr.memory.aligned |

    @MEMORY-008
    Scenario: no memory at all
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | vaddr | B1+0x0 |
        | size  | 0x0    |
      Then it answers
        | platforms                    | answer | rule                   |
        | ioda1, pseries on 4.12..6.10 | n/a    |                        |
        | p5ioc2, ioda1, ioda2 on 4.1  | n/a    |                        |
        | x86                          | n/a    |                        |
        | *                            | ENOMEM | spapr.register.nothing |

    @MEMORY-009
    Scenario: memory that nobody mapped
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | vaddr | 0x10000 |
        | size  | 0x10000 |
      Then it answers
        | platforms                    | answer | rule                        |
        | ioda1, pseries on 4.12..6.10 | n/a    |                             |
        | p5ioc2, ioda1, ioda2 on 4.1  | n/a    |                             |
        | x86                          | n/a    |                             |
        | *                            | EFAULT | spapr.register.not-writable |

    @MEMORY-010
    Scenario: read-only memory
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And read-only memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers
        | platforms                    | answer | rule                        |
        | ioda1, pseries on 4.12..6.10 | n/a    |                             |
        | p5ioc2, ioda1, ioda2 on 4.1  | n/a    |                             |
        | x86                          | n/a    |                             |
        | *                            | EFAULT | spapr.register.not-writable |

    @MEMORY-011
    Scenario: memory that is only mapped at its beginning
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called on "C1" with
        | vaddr | B1+0xf0000 |
        | size  | 0x20000    |
      Then it answers
        | platforms                              | answer | rule                        |
        | ioda1, pseries on 4.12..6.10           | n/a    |                             |
        | pseries on 6.12                        | 16     | spapr.register.partly       |
        | p5ioc2, ioda1, ioda2 on 4.1            | n/a    |                             |
        | x86                                    | n/a    |                             |
        | p5ioc2, ioda1 on 4.2..4.11             | EFAULT | spapr.register.not-writable |
        | ioda2, phb4 on 4.2..4.20               | EFAULT | spapr.register.not-writable |
        | ioda2, phb4 on 5.0..6.12 with 64k      | 1      | spapr.register.partly       |
        | ioda2, phb4, phb5 on 5.0..6.12 with 4k | 16     | spapr.register.partly       |

  Rule: Registered memory does not overlap other registered memory

    @MEMORY-012
    Scenario: a part of what is registered
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers 64 KiB of "B1" from 0x10000 in "C1"
      Then it answers
        | platforms                    | answer | rule                   |
        | ioda1, pseries on 4.12..6.10 | n/a    |                        |
        | p5ioc2, ioda1, ioda2 on 4.1  | n/a    |                        |
        | x86                          | n/a    |                        |
        | *                            | EINVAL | spapr.register.overlap |

    @MEMORY-013
    Scenario: memory beside what is registered
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers 64 KiB of "B1" from 0x0 in "C1"
      Then it answers
        | platforms                    | answer | rule                      |
        | ioda1, pseries on 4.12..6.10 | n/a    |                           |
        | p5ioc2, ioda1, ioda2 on 4.1  | n/a    |                           |
        | x86                          | n/a    |                           |
        | *                            | 0      | spapr.register.registered |
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers 64 KiB of "B1" from 0x10000 in "C1"
      Then it answers
        | platforms                   | answer | rule                      |
        | p5ioc2, ioda1, ioda2 on 4.1 | n/a    |                           |
        | x86                         | n/a    |                           |
        | *                           | 0      | spapr.register.registered |

    @MEMORY-014
    Scenario: overlapping memory over the limit
      Given the process may lock 1 MiB
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB
      And memory "B2" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers
        | platforms                        | answer | rule                      |
        | ioda1, pseries on 4.12..6.10     | n/a    |                           |
        | p5ioc2, ioda1, ioda2 on 4.1      | n/a    |                           |
        | x86                              | n/a    |                           |
        | p5ioc2, ioda1, ioda2 on 4.2..4.9 | n/a    |                           |
        | *                                | 0      | spapr.register.registered |
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers 64 KiB of "B1" from 0x10000 in "C1"
      Then it answers
        | platforms                 | answer | rule                   |
        | ioda2, phb4 on 4.10..4.20 | EINVAL | spapr.register.overlap |
        | *                         | ENOMEM | spapr.register.memlock |

  Rule: Only what a container registered can be unregistered, and only as a whole

    @MEMORY-015
    Scenario: what was registered
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C1"
      Then it answers
        | platforms                    | answer | rule                          |
        | ioda1, pseries on 4.12..6.10 | n/a    |                               |
        | p5ioc2, ioda1, ioda2 on 4.1  | n/a    |                               |
        | x86                          | n/a    |                               |
        | *                            | 0      | spapr.unregister.unregistered |
      And locked memory is
        | platforms          | pages |
        | p5ioc2 on 4.2..4.9 | 2 MiB |
        | ioda1 on 4.2..4.9  | 4 MiB |
        | ioda2 on 4.2..4.9  | 8 MiB |
        | *                  | 0     |

    @MEMORY-016
    Scenario: what was never registered
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And memory "B2" of 1 MiB
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B2" in "C1"
      Then it answers
        | platforms                    | answer | rule                            |
        | ioda1, pseries on 4.12..6.10 | n/a    |                                 |
        | p5ioc2, ioda1, ioda2 on 4.1  | n/a    |                                 |
        | x86                          | n/a    |                                 |
        | *                            | ENOENT | spapr.unregister.not-registered |
      And nothing changed

    @MEMORY-017
    Scenario: a part of what was registered
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters 64 KiB of "B1" from 0x0 in "C1"
      Then it answers
        | platforms                    | answer | rule                            |
        | ioda1, pseries on 4.12..6.10 | n/a    |                                 |
        | p5ioc2, ioda1, ioda2 on 4.1  | n/a    |                                 |
        | x86                          | n/a    |                                 |
        | *                            | ENOENT | spapr.unregister.not-registered |
      And nothing changed

    @MEMORY-018
    Scenario: memory that does not begin a page is refused first
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY is called on "C1" with
        | vaddr | B1+0x800 |
        | size  | 0x10000  |
      Then it answers
        | platforms                    | answer | rule                 |
        | ioda1, pseries on 4.12..6.10 | n/a    |                      |
        | p5ioc2, ioda1, ioda2 on 4.1  | n/a    |                      |
        | x86                          | n/a    |                      |
        | *                            | EINVAL | spapr.memory.aligned |
      And nothing changed

    @MEMORY-019
    Scenario: memory that only another container registered
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C2"
      Then it answers
        | platforms                    | answer | rule                      |
        | ioda1, pseries on 4.12..6.10 | n/a    |                           |
        | p5ioc2, ioda1, ioda2 on 4.1  | n/a    |                           |
        | x86                          | n/a    |                           |
        | *                            | 0      | spapr.register.registered |
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C2"
      Then it answers
        | platforms                   | answer | rule                          |
        | p5ioc2, ioda1, ioda2 on 4.1 | n/a    |                               |
        | x86                         | n/a    |                               |
        | *                           | 0      | spapr.unregister.unregistered |
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C2"
      Then it answers
        | platforms                        | answer | rule                            |
        | p5ioc2, ioda1, ioda2 on 4.2..4.9 | 0      |                                 |
        | *                                | ENOENT | spapr.unregister.not-registered |

    @MEMORY-020
    Scenario: before anything bound the container to a process
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C1"
      Then it answers
        | platforms                        | answer | rule                            |
        | ioda1, pseries on 4.12..6.10     | n/a    |                                 |
        | p5ioc2, ioda1, ioda2 on 4.1      | n/a    |                                 |
        | x86                              | n/a    |                                 |
        | p5ioc2, ioda1, ioda2 on 4.2..4.9 | ENOENT | spapr.unregister.not-registered |
        | *                                | EPERM  | spapr.unregister.not-bound      |
      And nothing changed

    @MEMORY-021
    Scenario: memory that is still mapped
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x10000 in "C1"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C1"
      Then it answers
        | platforms                    | answer | rule                          |
        | ioda1, pseries on 4.12..6.10 | n/a    |                               |
        | p5ioc2, ioda1, ioda2 on 4.1  | n/a    |                               |
        | x86                          | n/a    |                               |
        | ioda1, p5ioc2 on 4.2..4.11   | EBUSY  | spapr.unregister.still-mapped |
        | ioda2, phb4 on 4.2..4.20     | EBUSY  | spapr.unregister.still-mapped |
        | *                            | 0      | spapr.unregister.unregistered |

  Rule: Registered memory is for v2

    @MEMORY-022
    Scenario: registering in a v1 container
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers
        | platforms                 | answer | rule                            |
        | x86                       | n/a    |                                 |
        | ioda2, phb4 on 4.12..5.18 | n/a    | spapr.attach.v1-without-windows |
        | *                         | ENOTTY | spapr.not-in-v1                 |
      And nothing changed

    @MEMORY-023
    Scenario: unregistering in a v1 container
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C1"
      Then it answers
        | platforms                 | answer | rule                            |
        | x86                       | n/a    |                                 |
        | ioda2, phb4 on 4.12..5.18 | n/a    | spapr.attach.v1-without-windows |
        | *                         | ENOTTY | spapr.not-in-v1                 |
      And nothing changed

    @MEMORY-024
    Scenario: to Type1 the number of REGISTER_MEMORY is that of DIRTY_PAGES
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And memory "B1" of 1 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers
        | platforms | answer | rule                       |
        | x86       | EINVAL | type1.dirty-pages.one-flag |
        | *         | n/a    |                            |

  Rule: A range that wraps around is only looked at where memory is registered

    @MEMORY-025
    Scenario: unregistering a range that wraps around
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY is called on "C1" with
        | vaddr | 0xffffffffffff0000 |
        | size  | 0x10000            |
      Then it answers
        | platforms                    | answer | rule                            |
        | ioda1, pseries on 4.12..6.10 | n/a    |                                 |
        | p5ioc2, ioda1, ioda2 on 4.1  | n/a    |                                 |
        | x86                          | n/a    |                                 |
        | *                            | ENOENT | spapr.unregister.not-registered |
      And nothing changed
