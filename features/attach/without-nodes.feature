Feature: Groups that cannot be opened

  Rule: From 5.19 to 6.3 no device of a POWER host can be bound to VFIO, so its groups have no nodes

    @ATTACH-100
    Scenario: Opening a group where no device can be bound to VFIO
      When open is called for a group as "G1"
      Then it answers
        | platforms                   | answer | rule               |
        | bridges that bind no device | ENOENT | group.open.no-node |
        | *                           | fd     | group.open.opened  |

    @ATTACH-101
    Scenario: Opening a container where no group could be opened
      Given container "C1"
      When open is called for a group as "G1"
      Then it answers
        | platforms                   | answer |
        | bridges that bind no device | ENOENT |
        | *                           | fd     |
      When VFIO_GROUP_SET_CONTAINER puts "G1" into "C1"
      Then it answers
        | platforms                   | answer | rule                        |
        | bridges that bind no device | EBADF  | fd.bad-descriptor           |
        | *                           | 0      | container.join.no-iommu-yet |

    @ATTACH-102
    Scenario: A container without groups reports v2, but refuses to set it
      Given container "C1"
      When VFIO_CHECK_EXTENSION asks "C1" for v2
      Then it answers
        | platforms          | answer | rule                      |
        | bridges before 4.2 | 0      | container.check-extension |
        | x86                | 0      | container.check-extension |
        | *                  | 1      | container.check-extension |
      When VFIO_SET_IOMMU sets type v2 on "C1"
      Then it answers EINVAL, rule container.set-iommu.no-group
      And nothing changed
