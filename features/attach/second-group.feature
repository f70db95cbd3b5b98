Feature: A second group in a container

  Rule: Before its IOMMU is set, a container takes any group

    @ATTACH-030
    Scenario: a second group before SET_IOMMU
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1"
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers
        | platforms            | answer | rule                        |
        | pseries on 6.4..6.10 | EBUSY  | spapr.ownership.in-use      |
        | *                    | 0      | container.join.no-iommu-yet |

    @ATTACH-103
    Scenario: a first group that has two devices
      Given group "G1" with two devices
      And container "C1"
      When VFIO_GROUP_SET_CONTAINER puts "G1" into "C1"
      Then it answers
        | platforms            | answer | rule                        |
        | pseries on 6.4..6.10 | EBUSY  | spapr.ownership.in-use      |
        | *                    | 0      | container.join.no-iommu-yet |

    @ATTACH-031
    Scenario: SET_IOMMU v1 with two groups in the container
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1"
      And "G2" is in container "C1"
      When VFIO_SET_IOMMU sets type v1 on "C1"
      Then it answers
        | platforms                      | answer | rule                            |
        | pseries on 4.12..6.3           | EBUSY  | spapr.attach.no-ownership       |
        | pseries on 6.4..6.10           | n/a    | spapr.ownership.in-use          |
        | pseries on 6.12                | EBUSY  | spapr.attach.v1-one-group       |
        | p5ioc2, ioda1, ioda2 on 4.1    | EBUSY  | spapr.attach.one-group          |
        | p5ioc2, ioda1 on 4.2..         | EBUSY  | spapr.attach.no-ownership       |
        | ioda2 on 4.2..4.9              | 0      | container.set-iommu.set         |
        | ioda2, phb4 on 4.12..5.18      | EPERM  | spapr.attach.v1-without-windows |
        | ioda2, phb4, phb5 on 6.4..6.12 | EBUSY  | spapr.attach.v1-one-group       |
        | x86                            | ENODEV | container.set-iommu.unsupported |
      And container "C1" holds "G2" and "G1"

    @ATTACH-032
    Scenario: SET_IOMMU v2 with two groups in the container
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1"
      And "G2" is in container "C1"
      When VFIO_SET_IOMMU sets type v2 on "C1"
      Then it answers
        | platforms                      | answer | rule                            |
        | ioda1, pseries on 4.12..6.3    | EPERM  | spapr.attach.v2-needs-windows   |
        | pseries on 6.4..6.10           | n/a    | spapr.ownership.in-use          |
        | pseries on 6.12                | 0      | container.set-iommu.set         |
        | p5ioc2, ioda1, ioda2 on 4.1    | ENODEV | container.set-iommu.unsupported |
        | p5ioc2, ioda1 on 4.2..4.11     | EBUSY  | spapr.attach.no-ownership       |
        | ioda2, phb4, phb5 on 4.2..6.12 | 0      | container.set-iommu.set         |
        | x86                            | ENODEV | container.set-iommu.unsupported |
      And container "C1" holds "G2" and "G1"

    @ATTACH-033
    Scenario: SET_IOMMU type1v2 with two groups in the container
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1"
      And "G2" is in container "C1"
      When VFIO_SET_IOMMU sets type type1v2 on "C1"
      Then it answers
        | platforms            | answer | rule                            |
        | pseries on 6.4..6.10 | n/a    |                                 |
        | x86                  | 0      | container.set-iommu.set         |
        | *                    | ENODEV | container.set-iommu.unsupported |
      And container "C1" holds "G2" and "G1"

    @ATTACH-034
    Scenario: after SET_IOMMU was refused for two groups, it can be set for one
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1"
      And "G2" is in container "C1"
      When VFIO_SET_IOMMU sets type v1 on "C1"
      And VFIO_GROUP_UNSET_CONTAINER takes "G2" out
      And VFIO_SET_IOMMU sets type v1 on "C1"
      Then it answers
        | platforms                      | answer | rule                            |
        | pseries on 4.12..6.3           | 0      | container.set-iommu.set         |
        | pseries on 6.4..6.10           | n/a    | spapr.ownership.in-use          |
        | pseries on 6.12                | 0      | container.set-iommu.set         |
        | p5ioc2, ioda1, ioda2 on 4.1    | 0      | container.set-iommu.set         |
        | p5ioc2, ioda1 on 4.2..         | 0      | container.set-iommu.set         |
        | ioda2 on 4.2..4.9              | EINVAL | container.set-iommu.already-set |
        | ioda2, phb4 on 4.12..5.18      | EPERM  | spapr.attach.v1-without-windows |
        | ioda2, phb4, phb5 on 6.4..6.12 | 0      | container.set-iommu.set         |
        | x86                            | ENODEV | container.set-iommu.unsupported |
      And container "C1" holds "G1"

  Rule: A container whose IOMMU is set takes a second group only where the group can hand over its tables

    @ATTACH-035
    Scenario: a second group, IOMMU type v1 already set
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers
        | platforms                      | answer | rule                            |
        | pseries on 4.12..6.3           | EBUSY  | spapr.attach.no-ownership       |
        | pseries on 6.4..6.10           | EBUSY  | spapr.ownership.in-use          |
        | pseries on 6.12                | EBUSY  | spapr.attach.v1-one-group       |
        | p5ioc2, ioda1, ioda2 on 4.1    | EBUSY  | spapr.attach.one-group          |
        | p5ioc2, ioda1 on 4.2..         | EBUSY  | spapr.attach.no-ownership       |
        | ioda2 on 4.2..4.9              | 0      | spapr.attach.joined             |
        | ioda2, phb4 on 4.12..5.18      | n/a    | spapr.attach.v1-without-windows |
        | ioda2, phb4, phb5 on 6.4..6.12 | EBUSY  | spapr.attach.v1-one-group       |
        | x86                            | n/a    |                                 |

    @ATTACH-036
    Scenario: a second group, IOMMU type v2 already set
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers
        | platforms                      | answer | rule                            |
        | p5ioc2, ioda1 on 4.2..4.11     | EBUSY  | spapr.attach.no-ownership       |
        | ioda2, phb4, phb5 on 4.2..6.12 | 0      | spapr.attach.joined             |
        | ioda1, pseries on 4.12..6.3    | n/a    | spapr.attach.v2-needs-windows   |
        | pseries on 6.4..6.10           | n/a    | spapr.attach.v2-without-windows |
        | pseries on 6.12                | 0      | spapr.attach.joined             |
        | *                              | n/a    | container.set-iommu.unsupported |

    @ATTACH-037
    Scenario: a second group of the same PHB, IOMMU type v1 already set
      Given groups "G1" and "G2" on the same PHB
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers
        | platforms                      | answer | rule                            |
        | pseries                        | n/a    | topology.group-per-phb          |
        | ioda1, ioda2 on 4.1            | EBUSY  | spapr.attach.one-group          |
        | ioda1 on 4.2..                 | EBUSY  | spapr.attach.no-ownership       |
        | ioda2 on 4.2..4.9              | 0      | spapr.attach.joined             |
        | ioda2, phb4 on 4.12..5.18      | n/a    | spapr.attach.v1-without-windows |
        | ioda2, phb4, phb5 on 6.4..6.12 | EBUSY  | spapr.attach.v1-one-group       |
        | p5ioc2, x86                    | n/a    |                                 |

    @ATTACH-038
    Scenario: a second group of the same PHB, IOMMU type v2 already set
      Given groups "G1" and "G2" on the same PHB
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers
        | platforms                      | answer | rule                      |
        | ioda1 on 4.2..4.11             | EBUSY  | spapr.attach.no-ownership |
        | ioda2, phb4, phb5 on 4.2..6.12 | 0      | spapr.attach.joined       |
        | *                              | n/a    |                           |

    @ATTACH-039
    Scenario: a second group, Type1 already set
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type type1v2
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers
        | platforms | answer | rule                            |
        | x86       | 0      | type1.attach.joined             |
        | *         | n/a    | container.set-iommu.unsupported |
      And container "C1" holds "G2" and "G1"

    @ATTACH-040
    Scenario: a third group
      Given groups "G1", "G2" and "G3" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C1"
      When VFIO_GROUP_SET_CONTAINER puts "G3" into "C1"
      Then it answers
        | platforms                      | answer | rule                |
        | ioda2, phb4, phb5 on 4.2..6.12 | 0      | spapr.attach.joined |
        | pseries on 6.12                | 0      | spapr.attach.joined |
        | *                              | n/a    |                     |
      And container "C1" holds "G3", "G2" and "G1"

    @ATTACH-041
    Scenario: a second group while a mapping of v2 is live
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers
        | platforms                      | answer | rule                       |
        | p5ioc2, ioda1 on 4.2..4.11     | EBUSY  | spapr.attach.no-ownership  |
        | ioda2, phb4, phb5 on 4.2..6.12 | 0      | spapr.attach.joined        |
        | pseries on 6.12                | EPERM  | spapr.attach.not-shareable |
        | *                              | n/a    |                            |
      And the mappings of "C1" are
        | iova | size    | memory |
        | 0x0  | 0x10000 | B1+0x0 |

    @ATTACH-042
    Scenario: a second group while a mapping of v1 is live
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers
        | platforms                      | answer | rule                            |
        | pseries on 4.12..6.3           | EBUSY  | spapr.attach.no-ownership       |
        | pseries on 6.4..6.10           | n/a    | not modelled                    |
        | pseries on 6.12                | EBUSY  | spapr.attach.v1-one-group       |
        | p5ioc2, ioda1, ioda2 on 4.1    | EBUSY  | spapr.attach.one-group          |
        | p5ioc2, ioda1 on 4.2..         | EBUSY  | spapr.attach.no-ownership       |
        | ioda2 on 4.2..4.9              | 0      | spapr.attach.joined             |
        | ioda2, phb4 on 4.12..5.18      | n/a    | spapr.attach.v1-without-windows |
        | ioda2, phb4, phb5 on 6.4..6.12 | EBUSY  | spapr.attach.v1-one-group       |
        | x86                            | n/a    |                                 |
      And the mappings of "C1" are
        | iova | size    | memory |
        | 0x0  | 0x10000 | B1+0x0 |

    @ATTACH-043
    Scenario: a group that was refused is as it was
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      And VFIO_GROUP_GET_STATUS asks "G2"
      Then it answers
        | platforms                 | answer | rule                            |
        | x86                       | n/a    |                                 |
        | ioda2, phb4 on 4.12..5.18 | n/a    | spapr.attach.v1-without-windows |
        | *                         | 0      | group.status                    |
      And it reports
        | platforms         | flags |
        | ioda2 on 4.2..4.9 | 0x3   |
        | *                 | 0x1   |

  Rule: A group is in one container at a time

    @ATTACH-044
    Scenario: into the container that it is in
      Given group "G1"
      And "G1" is in container "C1"
      When VFIO_GROUP_SET_CONTAINER puts "G1" into "C1"
      Then it answers
        | platforms | answer | rule                           |
        | *         | EINVAL | group.set-container.already-in |
      And nothing changed

    @ATTACH-045
    Scenario: into another container
      Given group "G1"
      And "G1" is in container "C1"
      And container "C2"
      When VFIO_GROUP_SET_CONTAINER puts "G1" into "C2"
      Then it answers
        | platforms | answer | rule                           |
        | *         | EINVAL | group.set-container.already-in |
      And nothing changed

    @ATTACH-046
    Scenario: a descriptor that is no container
      Given groups "G1" and "G2" on different PHBs
      When VFIO_GROUP_SET_CONTAINER puts "G1" into "G2"
      Then it answers
        | platforms                           | answer | rule                             |
        | pseries on 4.12..6.1                | EINVAL | group.set-container.no-container |
        | pseries on 6.4..6.12                | EBADFD | group.set-container.no-container |
        | p5ioc2, ioda1 on 4.1..5.18          | EINVAL | group.set-container.no-container |
        | ioda2, phb4 on 4.1..5.18            | EINVAL | group.set-container.no-container |
        | ioda2, phb4, phb5, x86 on 6.4..6.12 | EBADFD | group.set-container.no-container |
        | x86 on 5.10..6.1                    | EINVAL | group.set-container.no-container |
      And nothing changed

    @ATTACH-047
    Scenario: the descriptor -1, as a handle that is closed stands for
      Given group "G1"
      And container "C1"
      And "C1" is closed
      When VFIO_GROUP_SET_CONTAINER puts "G1" into "C1"
      Then it answers
        | platforms                           | answer | rule                            |
        | pseries on 4.12..5.18               | EINVAL | group.set-container.negative-fd |
        | pseries on 6.4..6.12                | EBADF  | group.set-container.not-open    |
        | p5ioc2, ioda1 on 4.1..5.18          | EINVAL | group.set-container.negative-fd |
        | ioda2, phb4 on 4.1..5.18            | EINVAL | group.set-container.negative-fd |
        | ioda2, phb4, phb5, x86 on 6.4..6.12 | EBADF  | group.set-container.not-open    |
        | x86 on 5.10                         | EINVAL | group.set-container.negative-fd |
        | x86 on 6.1                          | EBADF  | group.set-container.not-open    |
      And nothing changed

    @ATTACH-104
    Scenario: a number that no descriptor has
      Given group "G1"
      When VFIO_GROUP_SET_CONTAINER puts "G1" into a descriptor that is not open
      Then it answers
        | platforms | answer | rule                         |
        | *         | EBADF  | group.set-container.not-open |
      And nothing changed

    @ATTACH-105
    Scenario: a number that no descriptor has, of a group that is in a container
      Given group "G1"
      And "G1" is in container "C1"
      When VFIO_GROUP_SET_CONTAINER puts "G1" into a descriptor that is not open
      Then it answers
        | platforms                           | answer | rule                           |
        | pseries on 4.12..5.18               | EINVAL | group.set-container.already-in |
        | pseries on 6.4..6.12                | EBADF  | group.set-container.not-open   |
        | p5ioc2, ioda1 on 4.1..5.18          | EINVAL | group.set-container.already-in |
        | ioda2, phb4 on 4.1..5.18            | EINVAL | group.set-container.already-in |
        | ioda2, phb4, phb5, x86 on 6.4..6.12 | EBADF  | group.set-container.not-open   |
        | x86 on 5.10                         | EINVAL | group.set-container.already-in |
        | x86 on 6.1                          | EBADF  | group.set-container.not-open   |
      And nothing changed
