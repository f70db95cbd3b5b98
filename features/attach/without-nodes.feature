Feature: Groups that cannot be opened

  Rule: From 5.19 to 6.3 no device of a POWER host can be bound to VFIO, so its groups have no nodes

    @ATTACH-100
    Scenario: the first open of a group
      When open is called for a group as "G1"
      Then it answers
        | platforms                                      | answer | rule               |
        | ioda1, ioda2, phb4, phb5, pseries on 5.19..6.3 | ENOENT | group.open.no-node |
        | *                                              | fd     | group.open.opened  |

    @ATTACH-101
    Scenario: a container next to a group that could not be opened
      Given container "C1"
      When open is called for a group as "G1"
      Then it answers
        | platforms                                      | answer |
        | ioda1, ioda2, phb4, phb5, pseries on 5.19..6.3 | ENOENT |
        | *                                              | fd     |
      When VFIO_GROUP_SET_CONTAINER puts "G1" into "C1"
      Then it answers
        | platforms                                      | answer | rule                        |
        | ioda1, ioda2, phb4, phb5, pseries on 5.19..6.3 | EBADF  | fd.bad-descriptor           |
        | *                                              | 0      | container.join.no-iommu-yet |

    @ATTACH-102
    Scenario: the container announces v2 nevertheless, and cannot be given it
      Given container "C1"
      When VFIO_CHECK_EXTENSION asks "C1" for v2
      Then it answers
        | platforms                   | answer | rule                      |
        | x86                         | 0      | container.check-extension |
        | p5ioc2, ioda1, ioda2 on 4.1 | 0      | container.check-extension |
        | *                           | 1      | container.check-extension |
      When VFIO_SET_IOMMU sets type v2 on "C1"
      Then it answers
        | platforms | answer | rule                         |
        | *         | EINVAL | container.set-iommu.no-group |
      And nothing changed
