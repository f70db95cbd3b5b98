Feature: As many windows as there are

  # A program that does not ask how many windows a container can have finds out when one is refused.
  Rule: A container takes windows until the hardware has no more

    @DMA-WINDOW-226
    Scenario: Windows are made until one is refused
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_CREATE is called 8 times on "C1" with
        | page_shift  | 16         |
        | window_size | 0x40000000 |
        | levels      | 1          |
      Then it answers
        | platforms                       | answer | rule                   |
        | one-window bridges on 4.2..4.11 | EINVAL | spapr.create.page-size |
        | *                               | ENOSPC | spapr.create.no-slot   |
      And it reports
        | platforms                       | made |
        | one-window bridges on 4.2..4.11 | 0    |
        | *                               | 1    |
