Feature: Descriptors shared by several processes

  Rule: A child has the descriptors of its parent

    @LIFECYCLE-115
    Scenario: A process forks
      Given container "C1"
      When fork is called for process "P2"
      Then it answers 0, rule process.forked

    @LIFECYCLE-116
    Scenario: A descriptor that a child closes stays open in its parent
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And process "P2" is forked
      And process "P2" makes the calls
      And "G1" is closed
      And the first process makes the calls
      When VFIO_GROUP_GET_STATUS asks "G1"
      Then it answers 0, rule group.status

    @LIFECYCLE-117
    Scenario: A group is busy while a child has it open
      Given group "G1"
      And process "P2" is forked
      And "G1" is closed
      When open is called for group "G1" as "G3"
      Then it answers EBUSY, rule group.open.busy

    @LIFECYCLE-118
    Scenario: A child that exits closes what only it had open
      Given group "G1"
      And process "P2" is forked
      And "G1" is closed
      And process "P2" has exited
      When open is called for group "G1" as "G3"
      Then it answers fd, rule group.open.opened

    @LIFECYCLE-119
    Scenario: A child that exits takes its last group out of the container
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      And process "P2" is forked
      And "G1" is closed
      When process "P2" exits
      Then it answers 0, rule process.exited
      And container "C1" has no IOMMU

  Rule: Since 4.10 a container belongs to the process that first used its driver

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 1 MiB is registered in "C1"
      And process "P2" is forked
      And process "P2" makes the calls

    @LIFECYCLE-120
    Scenario: A child calls MAP_DMA on its parent's container
      When VFIO_IOMMU_MAP_DMA maps 64 KiB of "B1" at 0x0 in "C1"
      Then it answers
        | platforms                       | answer | rule                     |
        | one-window bridges on 4.2..4.11 | EINVAL | spapr.map.not-registered |
        | two-window bridges on 4.2..4.11 | EINVAL | spapr.map.not-registered |
        | *                               | EPERM  | spapr.foreign-process    |

    @LIFECYCLE-121
    Scenario: A child calls UNMAP_DMA on its parent's container
      When VFIO_IOMMU_UNMAP_DMA unmaps 64 KiB at 0x0 in "C1"
      Then it answers
        | platforms                       | answer | rule                  |
        | one-window bridges on 4.2..4.11 | 0      | spapr.unmap.unmapped  |
        | two-window bridges on 4.2..4.11 | 0      | spapr.unmap.unmapped  |
        | *                               | EPERM  | spapr.foreign-process |

    @LIFECYCLE-122
    Scenario: A child calls REGISTER_MEMORY on its parent's container
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY registers "B1" in "C1"
      Then it answers
        | platforms                       | answer | rule                      |
        | one-window bridges on 4.2..4.11 | 0      | spapr.register.registered |
        | two-window bridges on 4.2..4.11 | 0      | spapr.register.registered |
        | *                               | EPERM  | spapr.foreign-process     |

    @LIFECYCLE-123
    Scenario: A child calls UNREGISTER_MEMORY on its parent's container
      When VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY unregisters "B1" in "C1"
      Then it answers
        | platforms                       | answer | rule                            |
        | one-window bridges on 4.2..4.11 | ENOENT | spapr.unregister.not-registered |
        | two-window bridges on 4.2..4.11 | ENOENT | spapr.unregister.not-registered |
        | *                               | EPERM  | spapr.foreign-process           |

    @LIFECYCLE-124
    Scenario: A child calls TCE_CREATE on its parent's container
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 1 GiB with 64 KiB pages in "C1"
      Then it answers
        | platforms                       | answer | rule                   |
        | one-window bridges on 4.2..4.11 | EINVAL | spapr.create.page-size |
        | two-window bridges on 4.2..4.11 | 0      | spapr.window.made      |
        | *                               | EPERM  | spapr.foreign-process  |

    @LIFECYCLE-125
    Scenario: A child calls TCE_REMOVE on its parent's container
      When VFIO_IOMMU_SPAPR_TCE_REMOVE removes the window at 0x0 from "C1"
      Then it answers
        | platforms                       | answer | rule                  |
        | one-window bridges on 4.2..4.11 | EPERM  | spapr.remove.fixed    |
        | two-window bridges on 4.2..4.11 | 0      | spapr.remove.removed  |
        | *                               | EPERM  | spapr.foreign-process |

    @LIFECYCLE-126
    Scenario: A child calls GET_INFO on its parent's container
      When VFIO_IOMMU_SPAPR_TCE_GET_INFO asks "C1"
      Then it answers
        | platforms                       | answer | rule                  |
        | one-window bridges on 4.2..4.11 | 0      | spapr.info.reported   |
        | two-window bridges on 4.2..4.11 | 0      | spapr.info.reported   |
        | *                               | EPERM  | spapr.foreign-process |

    @LIFECYCLE-127
    Scenario: A child calls ENABLE on its parent's v2 container
      When VFIO_IOMMU_ENABLE is called on "C1"
      Then it answers
        | platforms                       | answer | rule                  |
        | one-window bridges on 4.2..4.11 | ENOTTY | spapr.not-in-v2       |
        | two-window bridges on 4.2..4.11 | ENOTTY | spapr.not-in-v2       |
        | *                               | EPERM  | spapr.foreign-process |

    @LIFECYCLE-128
    Scenario: A child calls DISABLE on its parent's v2 container
      When VFIO_IOMMU_DISABLE is called on "C1"
      Then it answers
        | platforms                       | answer | rule                  |
        | one-window bridges on 4.2..4.11 | ENOTTY | spapr.not-in-v2       |
        | two-window bridges on 4.2..4.11 | ENOTTY | spapr.not-in-v2       |
        | *                               | EPERM  | spapr.foreign-process |

    @LIFECYCLE-129
    Scenario: A child asks its parent's container for an extension
      When VFIO_CHECK_EXTENSION asks "C1" for v2
      Then it answers 1, rule container.check-extension

    @LIFECYCLE-130
    Scenario: A child asks its parent's container for the API version
      When VFIO_GET_API_VERSION asks "C1"
      Then it answers 0, rule container.api-version

    @LIFECYCLE-131
    Scenario: A child takes a group out of its parent's container
      When VFIO_GROUP_UNSET_CONTAINER takes "G1" out
      Then it answers 0, rule group.unset-container.left
