Feature: Falling back to another container

  Rule: A group that one container refuses can have a container of its own

    @FALLBACK-CONTAINER-010
    Scenario: A group refused by the first container joins a new one
      Given a bridge whose tables the kernel makes
      And groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v1
      And container "C2"
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers
        | platforms                       | answer | rule                      |
        | bridges before 4.2              | EBUSY  | spapr.attach.one-group    |
        | two-window bridges on 4.2..4.11 | 0      | spapr.attach.joined       |
        | two-window bridges since 6.4    | EBUSY  | spapr.attach.v1-one-group |
        | *                               | EBUSY  | spapr.attach.no-ownership |
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C2"
      Then it answers
        | platforms                       | answer | rule                           |
        | two-window bridges on 4.2..4.11 | EINVAL | group.set-container.already-in |
        | *                               | 0      | container.join.no-iommu-yet    |
      When VFIO_SET_IOMMU sets type v1 on "C2"
      Then it answers
        | platforms                       | answer | rule                         |
        | two-window bridges on 4.2..4.11 | EINVAL | container.set-iommu.no-group |
        | *                               | 0      | container.set-iommu.set      |

    @FALLBACK-CONTAINER-011
    Scenario: A group refused by a v2 container sets v2 on a container of its own
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2"
      When VFIO_SET_IOMMU sets type v2 on "C2"
      Then it answers 0, rule container.set-iommu.set
      And container "C1" holds "G1"
      And container "C2" holds "G2"

    @FALLBACK-CONTAINER-012
    Scenario: A refused IOMMU type leaves the container free for another
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1"
      When VFIO_SET_IOMMU sets type v2 on "C1"
      Then it answers
        | platforms          | answer |
        | bridges before 4.2 | ENODEV |
        | ioda1 since 4.12   | EPERM  |
        | x86                | ENODEV |
        | *                  | 0      |
      When VFIO_SET_IOMMU sets type v1 on "C1"
      Then it answers
        | platforms        | answer | rule                            |
        | POWER without v2 | 0      | container.set-iommu.set         |
        | x86              | ENODEV | container.set-iommu.unsupported |
        | *                | EINVAL | container.set-iommu.already-set |

    @FALLBACK-CONTAINER-013
    Scenario: A third group is offered the newest container, then the older one
      Given groups "G1", "G2" and "G3" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v1
      When VFIO_GROUP_SET_CONTAINER puts "G3" into "C2"
      Then it answers
        | platforms                       | answer | rule                      |
        | one-window bridges on 4.2..4.11 | EBUSY  | spapr.attach.no-ownership |
        | two-window bridges on 4.2..4.11 | 0      | spapr.attach.joined       |
        | *                               | EBUSY  | spapr.attach.v1-one-group |
      When VFIO_GROUP_SET_CONTAINER puts "G3" into "C1"
      Then it answers
        | platforms                       | answer | rule                           |
        | one-window bridges on 4.2..4.11 | EBUSY  | spapr.attach.no-ownership      |
        | two-window bridges on 4.2..4.11 | EINVAL | group.set-container.already-in |
        | *                               | 0      | spapr.attach.joined            |

    @FALLBACK-CONTAINER-014
    Scenario: A group moves from one container to another
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C2" with IOMMU type v2
      And "G2" has left container "C2"
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers
        | platforms                       | answer | rule                      |
        | one-window bridges on 4.2..4.11 | EBUSY  | spapr.attach.no-ownership |
        | *                               | 0      | spapr.attach.joined       |
      And container "C2" has no IOMMU

    @FALLBACK-CONTAINER-015
    Scenario: A group that was refused and closed leaves nothing behind
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      And close is called on "G2"
      And open is called for group "G2" as "G3"
      Then it answers fd, rule group.open.opened
      And container "C1" holds "G1"

    @FALLBACK-CONTAINER-016
    Scenario: Two groups share a Type1 container without a fallback
      Given groups "G1", "G2" and "G3" on different PHBs
      And "G1" is in container "C1" with IOMMU type type1v2
      And "G2" is in container "C1"
      When VFIO_GROUP_SET_CONTAINER puts "G3" into "C1"
      Then it answers 0, rule type1.attach.joined
      And container "C1" holds "G3", "G2" and "G1"
