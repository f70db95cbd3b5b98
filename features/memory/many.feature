Feature: Much preregistered memory in small pieces

  # A program that registers each piece of its heap may have thousands of regions, and meets its limit in the middle of them.
  Rule: Each region counts for itself against the limit

    Background:
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      And memory "B1" of 16 MiB

    @MEMORY-030
    Scenario: 64 KiB after 64 KiB are registered, up to the limit
      Given the process may lock 9 MiB
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called 256 times on "C1" with
        | vaddr      | B1+0x0  |
        | vaddr_step | 0x10000 |
        | size       | 0x10000 |
      Then it answers ENOMEM, rule spapr.register.memlock
      And locked memory is
        | platforms | pages |
        | *         | 9 MiB |

    @MEMORY-031
    Scenario: A buffer is registered in 256 pieces
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called 256 times on "C1" with
        | vaddr      | B1+0x0  |
        | vaddr_step | 0x10000 |
        | size       | 0x10000 |
      Then it answers 0
      And it reports
        | made |
        | 256  |
      And "G1" is closed
      And "C1" is closed

    @MEMORY-032
    Scenario: The pieces behind the end of a buffer are refused
      When VFIO_IOMMU_SPAPR_REGISTER_MEMORY is called 300 times on "C1" with
        | vaddr      | B1+0x0  |
        | vaddr_step | 0x10000 |
        | size       | 0x10000 |
      Then it answers EFAULT
      And it reports
        | made |
        | 256  |
      And "G1" is closed
      And "C1" is closed
