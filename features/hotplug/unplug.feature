Feature: Devices unplugged from a running QEMU

  Rule: When a group leaves that is not the last, its container is unchanged

    Background:
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB

    @HOTPLUG-030
    Scenario: One of two groups is unplugged
      Given qemu-7.2 runs as "V1" with memory "B1" and devices D.0 and E.0
      And the guest of "V1" has put TCE 0x1000003 at 0x0 of 0x80000000
      When device E.0 is unplugged from "V1"
      Then it answers
        | platforms  | answer | rule             |
        | partitions | 0      | qemu.detach.last |
        | *          | 0      | qemu.detach.left |
      And it calls
        | platforms          | call                       | on | iova | answer |
        | two-window bridges | close                      | D2 | -    | 0      |
        | two-window bridges | VFIO_GROUP_UNSET_CONTAINER | G2 | -    | 0      |
        | two-window bridges | close                      | G2 | -    | 0      |
        | *                  | close                      | D2 | -    | 0      |
        | *                  | VFIO_IOMMU_UNMAP_DMA       | C2 | 0x0  | 0      |
        | *                  | VFIO_GROUP_UNSET_CONTAINER | G2 | -    | 0      |
        | *                  | close                      | C2 | -    | 0      |
        | *                  | close                      | G2 | -    | 0      |
      When the guest of "V1" puts TCE 0x1001003 at 0x1000 of 0x80000000
      Then it answers H_SUCCESS
      And it calls
        | call               | on | iova   | answer |
        | VFIO_IOMMU_MAP_DMA | C1 | 0x1000 | 0      |

    @HOTPLUG-031
    Scenario: The group for which the container was opened is unplugged
      Given qemu-7.2 runs as "V1" with memory "B1" and devices D.0 and E.0
      When device D.0 is unplugged from "V1"
      Then it answers
        | platforms  | answer | rule             |
        | partitions | 0      | qemu.detach.last |
        | *          | 0      | qemu.detach.left |
      When the guest of "V1" puts TCE 0x1001003 at 0x1000 of 0x80000000
      Then it answers H_SUCCESS
      And it calls
        | platforms  | call               | on | iova   | answer |
        | partitions | VFIO_IOMMU_MAP_DMA | C2 | 0x1000 | 0      |
        | *          | VFIO_IOMMU_MAP_DMA | C1 | 0x1000 | 0      |

    @HOTPLUG-032
    Scenario: One of two devices of a group is unplugged
      Given qemu-7.2 runs as "V1" with memory "B1" and devices E.0 and E.1
      When device E.0 is unplugged from "V1"
      Then it answers 0, rule qemu.detach.device
      And it calls
        | call  | on | answer |
        | close | D1 | 0      |
      When device E.1 is unplugged from "V1"
      Then it answers 0, rule qemu.detach.last

  Rule: QEMU closes a container with its last group; since 2.12 it empties it first

    Background:
      Given one platform for each answer that programs get

    @HOTPLUG-033
    Scenario: The last group is unplugged while a mapping is live
      Given of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      And the guest of "V1" has put TCE 0x1000003 at 0x0 of 0x80000000
      When device D.0 is unplugged from "V1"
      Then it answers 0, rule qemu.detach.last
      And it calls
        | platforms  | call                               | on | size       | answer |
        | partitions | close                              | D1 | -          | 0      |
        | partitions | VFIO_IOMMU_UNMAP_DMA               | C1 | 0x40000000 | 0      |
        | partitions | VFIO_GROUP_UNSET_CONTAINER         | G1 | -          | 0      |
        | partitions | close                              | C1 | -          | 0      |
        | partitions | close                              | G1 | -          | 0      |
        | *          | close                              | D1 | -          | 0      |
        | *          | VFIO_IOMMU_UNMAP_DMA               | C1 | 0x40000000 | 0      |
        | *          | VFIO_IOMMU_SPAPR_TCE_REMOVE        | C1 | -          | 0      |
        | *          | VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY | C1 | 0x10000000 | 0      |
        | *          | VFIO_GROUP_UNSET_CONTAINER         | G1 | -          | 0      |
        | *          | close                              | C1 | -          | 0      |
        | *          | close                              | G1 | -          | 0      |
      When the guest of "V1" calls H_GET_TCE with
        | liobn | 0x80000000 |
        | ioba  | 0x0        |
      Then it reports
        | tce       |
        | 0x1000003 |

    @HOTPLUG-034
    Scenario: In QEMU 2.6 the last group leaves before its mappings are removed
      Given of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-2.6 runs as "V1" with memory "B1" and devices D.0
      And the guest of "V1" has put TCE 0x1000003 at 0x0 of 0x80000000
      When device D.0 is unplugged from "V1"
      Then it answers 0, rule qemu.detach.last
      And it calls
        | call                       | on | answer |
        | close                      | D1 | 0      |
        | VFIO_GROUP_UNSET_CONTAINER | G1 | 0      |
        | close                      | C1 | 0      |
        | close                      | G1 | 0      |

    @HOTPLUG-035
    Scenario Outline: What <program> leaves to the kernel when its last group is unplugged
      Given of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And <program> runs as "V1" with memory "B1" and devices D.0
      When device D.0 is unplugged from "V1"
      Then it answers
        | platforms  | answer | rule             |
        | partitions | <v1>   | <why>            |
        | *          | 0      | qemu.detach.last |
      And its calls of VFIO_IOMMU_SPAPR_TCE_REMOVE, VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY, VFIO_GROUP_UNSET_CONTAINER are
        | platforms  | call                       |
        | partitions | VFIO_GROUP_UNSET_CONTAINER |
        | *          | <first>                    |
        | *          | <second>                   |
        | *          | <third>                    |

      Examples:
        | case  | program   | v1 | why              | first                       | second                             | third                      |
        | v2-12 | qemu-2.12 | 0  | qemu.detach.last | VFIO_IOMMU_SPAPR_TCE_REMOVE | VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY | VFIO_GROUP_UNSET_CONTAINER |
        | v4-0  | qemu-4.0  | 0  | qemu.detach.last | VFIO_IOMMU_SPAPR_TCE_REMOVE | VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY | VFIO_GROUP_UNSET_CONTAINER |
        | v7-2  | qemu-7.2  | 0  | qemu.detach.last | VFIO_IOMMU_SPAPR_TCE_REMOVE | VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY | VFIO_GROUP_UNSET_CONTAINER |
        | v8-2  | qemu-8.2  | 0  | qemu.detach.last | VFIO_IOMMU_SPAPR_TCE_REMOVE | VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY | VFIO_GROUP_UNSET_CONTAINER |
        | v10-1 | qemu-10.1 | 0  | qemu.detach.last | VFIO_IOMMU_SPAPR_TCE_REMOVE | VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY | VFIO_GROUP_UNSET_CONTAINER |

    @HOTPLUG-036
    Scenario: QEMU 2.11 leaves everything to the kernel when its last group is unplugged
      Given of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-2.11 runs as "V1" with memory "B1" and devices D.0
      When device D.0 is unplugged from "V1"
      Then it answers 0, rule qemu.detach.last
      And it calls
        | call                       | on | answer |
        | close                      | D1 | 0      |
        | VFIO_GROUP_UNSET_CONTAINER | G1 | 0      |
        | close                      | C1 | 0      |
        | close                      | G1 | 0      |

    @HOTPLUG-037
    Scenario: Two groups with two windows are unplugged
      Given of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0 and E.0
      And the guest of "V1" has called ibm,create-pe-dma-window with
        | phb          | 0  |
        | page_shift   | 16 |
        | window_shift | 30 |
      And device D.0 has been unplugged from "V1"
      When device E.0 is unplugged from "V1"
      Then it answers 0, rule qemu.detach.last
      And its calls of VFIO_IOMMU_UNMAP_DMA, VFIO_IOMMU_SPAPR_TCE_REMOVE are
        | call                        | on | iova              | start_addr        | answer |
        | VFIO_IOMMU_UNMAP_DMA        | C1 | 0x0               | -                 | 0      |
        | VFIO_IOMMU_SPAPR_TCE_REMOVE | C1 | -                 | 0x0               | 0      |
        | VFIO_IOMMU_UNMAP_DMA        | C1 | 0x800000000000000 | -                 | 0      |
        | VFIO_IOMMU_SPAPR_TCE_REMOVE | C1 | -                 | 0x800000000000000 | 0      |

    @HOTPLUG-038
    Scenario: A Type1 device is unplugged
      Given memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0
      When device D.0 is unplugged from "V1"
      Then it answers
        | platforms               | answer | rule             |
        | partitions on 6.4..6.10 | n/a    | not modelled     |
        | *                       | 0      | qemu.detach.last |
      And its calls of VFIO_IOMMU_UNMAP_DMA are
        | platforms          | call                 | iova       | size       | answer |
        | two-window bridges | VFIO_IOMMU_UNMAP_DMA | 0x0        | 0x40000000 | 0      |
        | POWER without v2   | VFIO_IOMMU_UNMAP_DMA | 0x0        | 0x40000000 | 0      |
        | *                  | VFIO_IOMMU_UNMAP_DMA | 0x0        | 0xc0000    | 0      |
        | *                  | VFIO_IOMMU_UNMAP_DMA | 0xc0000    | 0x20000    | 0      |
        | *                  | VFIO_IOMMU_UNMAP_DMA | 0xe0000    | 0x20000    | 0      |
        | *                  | VFIO_IOMMU_UNMAP_DMA | 0x100000   | 0xff00000  | 0      |
        | *                  | VFIO_IOMMU_UNMAP_DMA | 0xfffc0000 | 0x40000    | 0      |

  Rule: When a program ends, the kernel closes its descriptors in order of opening

    @HOTPLUG-043
    Scenario: QEMU quits, and answers no further call
      Given one platform for each answer that programs get
      And of these, a host that makes windows and a partition that has one
      And memory "B1" of 256 MiB
      And qemu-7.2 runs as "V1" with memory "B1" and devices D.0 and E.0
      When "V1" quits
      Then it answers 0, rule qemu.quit
      And it calls
        | platforms          | call  | on | answer |
        | two-window bridges | close | G1 | 0      |
        | two-window bridges | close | C1 | 0      |
        | two-window bridges | close | D1 | 0      |
        | two-window bridges | close | G2 | 0      |
        | two-window bridges | close | D2 | 0      |
        | *                  | close | G1 | 0      |
        | *                  | close | C1 | 0      |
        | *                  | close | D1 | 0      |
        | *                  | close | G2 | 0      |
        | *                  | close | C2 | 0      |
        | *                  | close | D2 | 0      |
      When device A.0 is plugged into "V1"
      Then it answers gone, rule program.gone
      And it makes no call
