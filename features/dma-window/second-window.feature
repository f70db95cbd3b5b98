Feature: A second window

  Rule: A v2 container can have a second window beside the default one, high above it

    @DMA-WINDOW-001
    Scenario: A window of 1 GiB with 64 KiB pages beside the default one
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 1 GiB with 64 KiB pages in "C1"
      Then it answers
        | platforms                       | answer | rule                   |
        | one-window bridges on 4.2..4.11 | EINVAL | spapr.create.page-size |
        | partitions                      | n/a    | topology.kernel-tables |
        | *                               | 0      | spapr.window.made      |
      And it reports
        | platforms                       | start_addr        |
        | one-window bridges on 4.2..4.11 | -                 |
        | *                               | 0x800000000000000 |
      And the windows of "C1" are
        | platforms | window | start             | size  | page   | levels |
        | p5ioc2    | 0      | 0x0               | 1 GiB | 4 KiB  | 1      |
        | ioda1     | 0      | 0x0               | 2 GiB | 4 KiB  | 1      |
        | *         | 0      | 0x0               | 2 GiB | 4 KiB  | 1      |
        | *         | 1      | 0x800000000000000 | 1 GiB | 64 KiB | 1      |
