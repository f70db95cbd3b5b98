Feature: Devices that are plugged in again

  Rule: An unplugged device can be plugged in again

    Background:
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB

    @HOTPLUG-040
    Scenario: The last group is plugged in again while the guest keeps its mappings
      Given qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      And the guest of "V1" has put TCE 0x1000003 at 0x0 of 0x80000000
      And device D.0 has been unplugged from "V1"
      When device D.0 is plugged into "V1"
      Then it answers 0, rule qemu.attach.new-container
      And its calls of VFIO_GROUP_SET_CONTAINER, VFIO_IOMMU_MAP_DMA are
        | call                     | on | container | iova | answer |
        | VFIO_GROUP_SET_CONTAINER | G2 | C2        | -    | 0      |
        | VFIO_IOMMU_MAP_DMA       | C2 | -         | 0x0  | 0      |

    @HOTPLUG-041
    Scenario: One of two groups is plugged in again
      Given qemu-7.2 runs as "V1" with memory "B1" and devices D.0 and E.0
      And device D.0 has been unplugged from "V1"
      When device D.0 is plugged into "V1"
      Then it answers
        | platforms  | answer | rule                      |
        | partitions | 0      | qemu.attach.new-container |
        | *          | 0      | qemu.attach.joined        |
      And its calls of VFIO_GROUP_SET_CONTAINER are
        | platforms          | call                     | on | container | answer |
        | two-window bridges | VFIO_GROUP_SET_CONTAINER | G3 | C1        | 0      |
        | *                  | VFIO_GROUP_SET_CONTAINER | G3 | C2        | EBUSY  |
        | *                  | VFIO_GROUP_SET_CONTAINER | G3 | C3        | 0      |

    @HOTPLUG-042
    Scenario: A device that is not plugged in is unplugged
      Given qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      When device E.0 is unplugged from "V1"
      Then it answers failed, rule qemu.detach.unknown
      And it makes no call
