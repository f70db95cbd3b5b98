Feature: Groups of a host that keeps something for itself

  Rule: A group of which the host uses a device is not viable

    @ATTACH-111
    Scenario Outline: Status of a group whose device <device> the host uses
      Given group "G1" whose device <device> the host uses
      When VFIO_GROUP_GET_STATUS asks "G1"
      Then it answers 0, rule group.status
      And it reports
        | flags |
        | 0x0   |

      Examples:
        | case   | device |
        | first  | 0      |
        | second | 1      |

  Rule: Since 5.19 such a group joins no container; before, it joins like any other, but its devices cannot be opened

    @ATTACH-112
    Scenario: A group that is not viable and a container without an IOMMU
      Given group "G1" whose device 1 the host uses
      And container "C1"
      When VFIO_GROUP_SET_CONTAINER puts "G1" into "C1"
      Then it answers
        | platforms            | answer | rule                        |
        | Linux 5.19 and later | EPERM  | container.join.not-viable   |
        | *                    | 0      | container.join.no-iommu-yet |

    @ATTACH-113
    Scenario: A group that is not viable and the v1 container of another group
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And group "G2" whose device 0 the host uses
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers
        | platforms                       | answer | rule                      |
        | two-window bridges since 6.4    | EPERM  | container.join.not-viable |
        | partitions on 6.4..6.10         | EPERM  | container.join.not-viable |
        | partitions since 6.11           | EPERM  | container.join.not-viable |
        | two-window bridges on 4.2..4.11 | 0      | spapr.attach.joined       |
        | bridges before 4.2              | EBUSY  | spapr.attach.one-group    |
        | *                               | EBUSY  | spapr.attach.no-ownership |

    @ATTACH-114
    Scenario: A group that is not viable and the Type1 container of another group
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type type1v2
      And group "G2" whose device 1 the host uses
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers
        | platforms      | answer | rule                      |
        | x86 since 6.1  | EPERM  | container.join.not-viable |
        | x86 before 6.1 | 0      | type1.attach.joined       |

    @ATTACH-115
    Scenario: Status of a group that is not viable and in a container
      Given group "G1" whose device 0 the host uses
      And "G1" is in container "C1"
      When VFIO_GROUP_GET_STATUS asks "G1"
      Then it answers 0, rule group.status
      And it reports
        | flags |
        | 0x2   |

    @ATTACH-116
    Scenario Outline: Opening device <device> of a group that is not viable: <case>
      Given group "G1" whose device 1 the host uses
      And "G1" is in container "C1" with IOMMU type <type>
      When VFIO_GROUP_GET_DEVICE_FD opens device <device> of "G1" as "D1"
      Then it answers EINVAL, rule group.device.not-viable
      And nothing changed

      Examples:
        | case       | device | type    |
        | vfio       | 0      | v1      |
        | unknown    | 7      | v1      |
        | vfio-type1 | 0      | type1v2 |

  Rule: The permissions of a node decide before VFIO does

    @ATTACH-117
    Scenario: Opening a group without permission
      When open is called for a group without permission as "G1"
      Then it answers
        | platforms                   | answer | rule                     |
        | bridges that bind no device | ENOENT | group.open.no-node       |
        | *                           | EACCES | group.open.not-permitted |
      And nothing changed
