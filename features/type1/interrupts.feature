Feature: Type1 and hosts whose devices can raise any interrupt

  Rule: Type1 attaches no group whose devices can raise the interrupts of others, unless the module was told to

    @TYPE1-154
    Scenario: Setting an IOMMU type on a host without interrupt remapping
      Given a host without interrupt remapping
      And group "G1"
      And "G1" is in container "C1"
      When VFIO_SET_IOMMU sets type type1v2 on "C1"
      Then it answers EPERM, rule type1.attach.no-interrupt-remapping
      And container "C1" has no IOMMU

    @TYPE1-155
    Scenario: The nesting type on a host without interrupt remapping
      Given a host without interrupt remapping
      And group "G1"
      And "G1" is in container "C1"
      When VFIO_SET_IOMMU sets type 6 on "C1"
      Then it answers
        | platforms        | answer | rule                            |
        | x86 before 6.1   | ENODEV | type1.attach.no-nesting         |
        | x86 on 6.1..6.12 | EINVAL | type1.attach.no-nesting         |
        | *                | ENODEV | container.set-iommu.unsupported |

    @TYPE1-156
    Scenario: After Type1 has refused a host, its devices cannot be opened
      Given a host without interrupt remapping
      And group "G1"
      And "G1" is in container "C1"
      When VFIO_SET_IOMMU sets type type1 on "C1"
      And VFIO_GROUP_GET_DEVICE_FD opens device 0 of "G1" as "D1"
      Then it answers EINVAL, rule group.device.no-iommu
