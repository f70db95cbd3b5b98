Feature: Leaving a container

  Rule: A group leaves when it is told to, or when its last descriptor is closed

    Background:
      Given group "G1"

    @ATTACH-050
    Scenario: UNSET_CONTAINER on a group that is in no container
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers EINVAL, rule group.unset-container.not-in
      And nothing changed

    @ATTACH-051
    Scenario: The last group that leaves takes the IOMMU with it
      Given "G1" is in container "C1" with IOMMU type v1
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers 0, rule group.unset-container.left
      And container "C1" has no IOMMU
      And container "C1" holds no group
      And locked memory is
        | pages |
        | 0     |

    @ATTACH-052
    Scenario: A container that all groups have left can be set up again
      Given "G1" is in container "C1" with IOMMU type v1
      And "G1" has left container "C1"
      And "G1" is in container "C1"
      When VFIO_SET_IOMMU sets type v2 on "C1"
      Then it answers
        | platforms               | answer |
        | bridges before 4.2      | ENODEV |
        | ioda1 since 4.12        | EPERM  |
        | partitions before 6.4   | EPERM  |
        | partitions on 6.4..6.10 | EINVAL |
        | *                       | 0      |

    @ATTACH-053
    Scenario: Closing a group takes it out of its container
      Given "G1" is in container "C1" with IOMMU type v1
      When close is called on "G1"
      Then it answers 0, rule fd.closed
      And container "C1" has no IOMMU
      And container "C1" holds no group

    @ATTACH-054
    Scenario: Closing the container first leaves the group in it
      Given "G1" is in container "C1" with IOMMU type v1
      And "C1" is closed
      When VFIO_GROUP_GET_STATUS asks "G1"
      Then it answers 0, rule group.status
      And it reports
        | flags |
        | 0x3   |

    @ATTACH-055
    Scenario: A closed container lives until its group leaves
      Given "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      And "C1" is closed
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers 0, rule group.unset-container.left
      And locked memory is
        | pages |
        | 0     |

    @ATTACH-056
    Scenario: A group that leaves v1 without DISABLE gives back its locked memory
      Given "G1" is in container "C1" with IOMMU type v1
      And container "C1" is enabled
      And memory "B1" of 1 MiB
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers
        | platforms               | answer | rule                       |
        | partitions on 6.4..6.10 | n/a    | not modelled               |
        | *                       | 0      | group.unset-container.left |
      And locked memory is
        | pages |
        | 0     |

    @ATTACH-057
    Scenario: Registered memory is given back with the container since 4.10
      Given "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers 0
      And locked memory is
        | platforms                       | pages |
        | one-window bridges on 4.2..4.11 | 16    |
        | two-window bridges on 4.2..4.11 | 16    |
        | *                               | 0     |

  Rule: The groups that stay keep their windows

    @ATTACH-060
    Scenario: The first of two groups leaves a v2 container
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C1"
      And memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers 0, rule group.unset-container.left
      And container "C1" holds "G2"
      And the windows of "C1" are
        | window | start | size       | page   | levels |
        | 0      | 0x0   | 0x80000000 | 0x1000 | 1      |

    @ATTACH-061
    Scenario: The second of two groups leaves a v2 container
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C1"
      And memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      When VFIO_GROUP_UNSET_CONTAINER takes "G2" out
      Then it answers 0, rule group.unset-container.left
      And container "C1" holds "G1"
      And the windows of "C1" are
        | window | start | size       | page   | levels |
        | 0      | 0x0   | 0x80000000 | 0x1000 | 1      |

    @ATTACH-062
    Scenario: Mappings of the group that stays are kept, but wiped since 6.11
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C1"
      And memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      When VFIO_GROUP_UNSET_CONTAINER takes "G2" out
      Then it answers 0
      And the mappings of "C1" are
        | platforms                   | iova | size    | memory |
        | ioda2, phb4, phb5 on 6.11.. | -    | -       | -      |
        | *                           | 0x0  | 0x10000 | B1+0x0 |

    @ATTACH-063
    Scenario: The group that stays can map more
      Given groups "G1" and "G2" on the same PHB
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C1"
      And memory "B1" of 1 MiB is registered in "C1"
      And 64 KiB of "B1" are mapped at 0x0 in "C1"
      And "G1" has left container "C1"
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x10000 in "C1"
      Then it answers 0, rule spapr.map.mapped

    @ATTACH-064
    Scenario: Two groups leave, the newest first
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C1"
      And "G2" has left container "C1"
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers 0, rule group.unset-container.left
      And container "C1" has no IOMMU
      And locked memory is
        | pages |
        | 0     |

    @ATTACH-065
    Scenario: Two groups leave by closing, the oldest first
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type v2
      And "G2" is in container "C1"
      And "G1" is closed
      When close is called on "G2"
      Then it answers 0, rule fd.closed
      And container "C1" holds no group
      And locked memory is
        | pages |
        | 0     |

    @ATTACH-066
    Scenario: One of two groups leaves a Type1 container
      Given groups "G1" and "G2" on different PHBs
      And "G1" is in container "C1" with IOMMU type type1v2
      And "G2" is in container "C1"
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers 0, rule group.unset-container.left
      And container "C1" holds "G2"
