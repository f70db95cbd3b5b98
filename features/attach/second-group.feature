Feature: A second group in a container

  Rule: Before its IOMMU is set, a container takes any group

    @ATTACH-030
    Scenario: A second group joins before the IOMMU is set
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1"
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers
        | platforms               | answer | rule                        |
        | partitions on 6.4..6.10 | EBUSY  | spapr.ownership.in-use      |
        | *                       | 0      | container.join.no-iommu-yet |

    @ATTACH-103
    Scenario: A group with two devices joins an empty container
      Given group "G1" with two devices
      And container "C1"
      When VFIO_GROUP_SET_CONTAINER puts "G1" into "C1"
      Then it answers
        | platforms               | answer | rule                        |
        | partitions on 6.4..6.10 | EBUSY  | spapr.ownership.in-use      |
        | *                       | 0      | container.join.no-iommu-yet |

    @ATTACH-031
    Scenario: SET_IOMMU v1 with two groups in the container
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1"
      And "G2" is in container "C1"
      When VFIO_SET_IOMMU sets type v1 on "C1"
      Then it answers
        | platforms                       | answer | rule                            |
        | bridges before 4.2              | EBUSY  | spapr.attach.one-group          |
        | two-window bridges on 4.2..4.11 | 0      | container.set-iommu.set         |
        | two-window bridges on 4.12..6.3 | EPERM  | spapr.attach.v1-without-windows |
        | two-window bridges since 6.4    | EBUSY  | spapr.attach.v1-one-group       |
        | partitions since 6.11           | EBUSY  | spapr.attach.v1-one-group       |
        | x86                             | ENODEV | container.set-iommu.unsupported |
        | *                               | EBUSY  | spapr.attach.no-ownership       |
      And container "C1" holds "G2" and "G1"

    @ATTACH-032
    Scenario: SET_IOMMU v2 with two groups in the container
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1"
      And "G2" is in container "C1"
      When VFIO_SET_IOMMU sets type v2 on "C1"
      Then it answers
        | platforms                       | answer | rule                            |
        | bridges before 4.2              | ENODEV | container.set-iommu.unsupported |
        | one-window bridges on 4.2..4.11 | EBUSY  | spapr.attach.no-ownership       |
        | ioda1 since 4.12                | EPERM  | spapr.attach.v2-needs-windows   |
        | partitions before 6.4           | EPERM  | spapr.attach.v2-needs-windows   |
        | x86                             | ENODEV | container.set-iommu.unsupported |
        | *                               | 0      | container.set-iommu.set         |
      And container "C1" holds "G2" and "G1"

    @ATTACH-033
    Scenario: SET_IOMMU type1v2 with two groups in the container
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1"
      And "G2" is in container "C1"
      When VFIO_SET_IOMMU sets type type1v2 on "C1"
      Then it answers
        | platforms | answer | rule                            |
        | x86       | 0      | container.set-iommu.set         |
        | *         | ENODEV | container.set-iommu.unsupported |
      And container "C1" holds "G2" and "G1"

    @ATTACH-034
    Scenario: A type refused for two groups can be set once one has left
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1"
      And "G2" is in container "C1"
      When VFIO_SET_IOMMU sets type v1 on "C1"
      And VFIO_GROUP_UNSET_CONTAINER takes "G2" out
      And VFIO_SET_IOMMU sets type v1 on "C1"
      Then it answers
        | platforms                       | answer | rule                            |
        | two-window bridges on 4.2..4.11 | EINVAL | container.set-iommu.already-set |
        | two-window bridges on 4.12..6.3 | EPERM  | spapr.attach.v1-without-windows |
        | x86                             | ENODEV | container.set-iommu.unsupported |
        | *                               | 0      | container.set-iommu.set         |
      And container "C1" holds "G1"

  Rule: Once its IOMMU is set, a container takes a second group only if the group can hand over its tables

    @ATTACH-035
    Scenario: A second group joins a container with IOMMU type v1
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers
        | platforms                       | answer | rule                      |
        | bridges before 4.2              | EBUSY  | spapr.attach.one-group    |
        | two-window bridges on 4.2..4.11 | 0      | spapr.attach.joined       |
        | two-window bridges since 6.4    | EBUSY  | spapr.attach.v1-one-group |
        | partitions on 6.4..6.10         | EBUSY  | spapr.ownership.in-use    |
        | partitions since 6.11           | EBUSY  | spapr.attach.v1-one-group |
        | *                               | EBUSY  | spapr.attach.no-ownership |

    @ATTACH-036
    Scenario: A second group joins a container with IOMMU type v2
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers
        | platforms                       | answer | rule                      |
        | one-window bridges on 4.2..4.11 | EBUSY  | spapr.attach.no-ownership |
        | *                               | 0      | spapr.attach.joined       |

    @ATTACH-037
    Scenario: A second group of the same PHB joins a container with IOMMU type v1
      Given groups "G1" and "G2" on the same PHB
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers
        | platforms                       | answer | rule                      |
        | ioda1 on 4.2..4.11              | EBUSY  | spapr.attach.no-ownership |
        | ioda1 since 4.12                | EBUSY  | spapr.attach.no-ownership |
        | two-window bridges on 4.2..4.11 | 0      | spapr.attach.joined       |
        | two-window bridges since 6.4    | EBUSY  | spapr.attach.v1-one-group |
        | p5ioc2                          | n/a    | topology.group-per-phb    |
        | partitions                      | n/a    | topology.group-per-phb    |
        | *                               | EBUSY  | spapr.attach.one-group    |

    @ATTACH-038
    Scenario: A second group of the same PHB joins a container with IOMMU type v2
      Given groups "G1" and "G2" on the same PHB
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers
        | platforms          | answer | rule                      |
        | ioda1 on 4.2..4.11 | EBUSY  | spapr.attach.no-ownership |
        | *                  | 0      | spapr.attach.joined       |

    @ATTACH-039
    Scenario: A second group joins a Type1 container
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type type1v2
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers 0, rule type1.attach.joined
      And container "C1" holds "G2" and "G1"

    @ATTACH-040
    Scenario: A third group joins a container with IOMMU type v2
      Given groups "G1", "G2" and "G3" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C1"
      When VFIO_GROUP_SET_CONTAINER puts "G3" into "C1"
      Then it answers 0, rule spapr.attach.joined
      And container "C1" holds "G3", "G2" and "G1"

    @ATTACH-041
    Scenario: A second group joins while a v2 mapping is live
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers
        | platforms                       | answer | rule                       |
        | one-window bridges on 4.2..4.11 | EBUSY  | spapr.attach.no-ownership  |
        | partitions since 6.11           | EPERM  | spapr.attach.not-shareable |
        | *                               | 0      | spapr.attach.joined        |
      And the mappings of "C1" are
        | iova | size    | memory |
        | 0x0  | 0x10000 | B1+0x0 |

    @ATTACH-042
    Scenario: A second group joins while a v1 mapping is live
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      Then it answers
        | platforms                       | answer | rule                      |
        | bridges before 4.2              | EBUSY  | spapr.attach.one-group    |
        | two-window bridges on 4.2..4.11 | 0      | spapr.attach.joined       |
        | two-window bridges since 6.4    | EBUSY  | spapr.attach.v1-one-group |
        | partitions since 6.11           | EBUSY  | spapr.attach.v1-one-group |
        | partitions on 6.4..6.10         | n/a    | not modelled              |
        | *                               | EBUSY  | spapr.attach.no-ownership |
      And the mappings of "C1" are
        | iova | size    | memory |
        | 0x0  | 0x10000 | B1+0x0 |

    @ATTACH-043
    Scenario: A second group that was refused keeps its status
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_GROUP_SET_CONTAINER puts "G2" into "C1"
      And VFIO_GROUP_GET_STATUS asks "G2"
      Then it answers 0, rule group.status
      And it reports
        | platforms                       | flags |
        | two-window bridges on 4.2..4.11 | 0x3   |
        | *                               | 0x1   |
