Feature: A second window

  Rule: A v2 container can have a second window beside the default one, high above it

    @DMA-WINDOW-001
    Scenario: a window of 1 GiB with pages of 64 KiB
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_CREATE makes a window of 1 GiB with 64 KiB pages in "C1"
      Then it answers
        | platforms                  | answer | rule                            |
        | pseries                    | n/a    |                                 |
        | ioda1 on 4.12..6.3         | n/a    | spapr.attach.v2-needs-windows   |
        | ioda2 on 4.2..             | 0      | spapr.window.made               |
        | phb4, phb5                 | 0      | spapr.window.made               |
        | p5ioc2, ioda1 on 4.2..4.11 | EINVAL | spapr.create.page-size          |
        | *                          | n/a    | container.set-iommu.unsupported |
      And it reports
        | platforms         | start_addr        |
        | ioda2, phb4, phb5 | 0x800000000000000 |
        | p5ioc2, ioda1     | -                 |
      And the windows of "C1" are
        | platforms         | window | start             | size  | page   | levels |
        | ioda2, phb4, phb5 | 0      | 0x0               | 2 GiB | 4 KiB  | 1      |
        | ioda2, phb4, phb5 | 1      | 0x800000000000000 | 1 GiB | 64 KiB | 1      |
        | p5ioc2            | 0      | 0x0               | 1 GiB | 4 KiB  | 1      |
        | ioda1             | 0      | 0x0               | 2 GiB | 4 KiB  | 1      |
