Feature: Falling back to another container

  Rule: A group that one container refuses can have a container of its own

    @FALLBACK-CONTAINER-010
    Scenario: the first container refuses, a new one takes it
      Given a bridge whose tables the kernel makes
      And groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v1
      And container "C2"
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers
        | platforms                      | answer | rule                            |
        | p5ioc2, ioda1, ioda2 on 4.1    | EBUSY  | spapr.attach.one-group          |
        | p5ioc2, ioda1 on 4.2..         | EBUSY  | spapr.attach.no-ownership       |
        | ioda2 on 4.2..4.9              | 0      | spapr.attach.joined             |
        | ioda2, phb4 on 4.12..5.18      | n/a    | spapr.attach.v1-without-windows |
        | ioda2, phb4, phb5 on 6.4..6.12 | EBUSY  | spapr.attach.v1-one-group       |
        | x86                            | n/a    |                                 |
        | pseries                        | n/a    |                                 |
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C2"
      Then it answers
        | platforms                      | answer | rule                           |
        | ioda2 on 4.2..4.9              | EINVAL | group.set-container.already-in |
        | p5ioc2, ioda1 on 4.1..6.10     | 0      | container.join.no-iommu-yet    |
        | ioda2 on 4.1                   | 0      | container.join.no-iommu-yet    |
        | ioda2, phb4, phb5 on 6.4..6.12 | 0      | container.join.no-iommu-yet    |
        | x86                            | n/a    |                                |
      When VFIO_SET_IOMMU sets type v1 on "C2"
      Then it answers
        | platforms                      | answer | rule                         |
        | ioda2 on 4.2..4.9              | EINVAL | container.set-iommu.no-group |
        | p5ioc2, ioda1 on 4.1..6.10     | 0      | container.set-iommu.set      |
        | ioda2 on 4.1                   | 0      | container.set-iommu.set      |
        | ioda2, phb4, phb5 on 6.4..6.12 | 0      | container.set-iommu.set      |
        | x86                            | n/a    |                              |

    @FALLBACK-CONTAINER-011
    Scenario: v2 is refused for the second group, which takes v2 on its own
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2"
      When VFIO_SET_IOMMU sets type v2 on "C2"
      Then it answers
        | platforms                      | answer | rule                    |
        | p5ioc2, ioda1 on 4.2..4.11     | 0      | container.set-iommu.set |
        | ioda2, phb4, phb5 on 4.2..6.12 | 0      | container.set-iommu.set |
        | pseries on 6.12                | 0      | container.set-iommu.set |
        | *                              | n/a    |                         |
      And container "C1" holds "G1"
      And container "C2" holds "G2"

    @FALLBACK-CONTAINER-012
    Scenario: a type that is refused leaves the container free for another
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1"
      When VFIO_SET_IOMMU sets type v2 on "C1"
      Then it answers
        | platforms                      | answer |
        | p5ioc2, ioda1, ioda2 on 4.1    | ENODEV |
        | p5ioc2, ioda1 on 4.2..4.11     | 0      |
        | ioda1 on 4.12..6.3             | EPERM  |
        | ioda2, phb4, phb5 on 4.2..6.12 | 0      |
        | x86                            | ENODEV |
        | pseries                        | n/a    |
      When VFIO_SET_IOMMU sets type v1 on "C1"
      Then it answers
        | platforms                      | answer | rule                            |
        | p5ioc2, ioda1, ioda2 on 4.1    | 0      | container.set-iommu.set         |
        | p5ioc2, ioda1 on 4.2..4.11     | EINVAL | container.set-iommu.already-set |
        | ioda1 on 4.12..6.3             | 0      | container.set-iommu.set         |
        | ioda2, phb4, phb5 on 4.2..6.12 | EINVAL | container.set-iommu.already-set |
        | x86                            | ENODEV | container.set-iommu.unsupported |

    @FALLBACK-CONTAINER-013
    Scenario: the third group is offered the newest container first, then the older one
      Given groups "G1", "G2" and "G3" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v1
      When VFIO_GROUP_SET_CONTAINER puts "G3" into "C2"
      Then it answers
        | platforms                      | answer | rule                      |
        | p5ioc2, ioda1 on 4.2..4.11     | EBUSY  | spapr.attach.no-ownership |
        | ioda2 on 4.2..4.9              | 0      | spapr.attach.joined       |
        | ioda2, phb4, phb5 on 6.4..6.12 | EBUSY  | spapr.attach.v1-one-group |
        | pseries on 6.12                | EBUSY  | spapr.attach.v1-one-group |
        | *                              | n/a    |                           |
      When VFIO_GROUP_SET_CONTAINER puts "G3" into "C1"
      Then it answers
        | platforms                      | answer | rule                           |
        | p5ioc2, ioda1 on 4.2..4.11     | EBUSY  | spapr.attach.no-ownership      |
        | ioda2 on 4.2..4.9              | EINVAL | group.set-container.already-in |
        | ioda2, phb4, phb5 on 6.4..6.12 | 0      | spapr.attach.joined            |
        | pseries on 6.12                | 0      | spapr.attach.joined            |
        | *                              | n/a    |                                |

    @FALLBACK-CONTAINER-014
    Scenario: a group moves from one container to another
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And "G2" has left container "C2"
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers
        | platforms                      | answer | rule                      |
        | p5ioc2, ioda1 on 4.2..4.11     | EBUSY  | spapr.attach.no-ownership |
        | ioda2, phb4, phb5 on 4.2..6.12 | 0      | spapr.attach.joined       |
        | pseries on 6.12                | 0      | spapr.attach.joined       |
        | *                              | n/a    |                           |
      And container "C2" has no IOMMU

    @FALLBACK-CONTAINER-015
    Scenario: a group that was refused and closed again leaves nothing behind
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      And close is called on "G2"
      And open is called for group "G2" as "G3"
      Then it answers
        | platforms                 | answer | rule                            |
        | x86                       | n/a    |                                 |
        | ioda2, phb4 on 4.12..5.18 | n/a    | spapr.attach.v1-without-windows |
        | *                         | fd     | group.open.opened               |
      And container "C1" holds "G1"

    @FALLBACK-CONTAINER-016
    Scenario: Type1 needs no second container
      Given groups "G1", "G2" and "G3" on different PHBs
      And "G1" is in container "C1" with IOMMU type type1v2
      And "G2" is in container "C1"
      When VFIO_GROUP_SET_CONTAINER puts "G3" into "C1"
      Then it answers
        | platforms | answer | rule                |
        | x86       | 0      | type1.attach.joined |
        | *         | n/a    |                     |
      And container "C1" holds "G3", "G2" and "G1"
