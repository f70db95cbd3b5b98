Feature: What GET_INFO reports about windows

  Rule: GET_INFO reports the 32-bit window of the newest group, and what windows a v2 container can create

    @DMA-WINDOW-010
    Scenario: GET_INFO of a v1 container
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_IOMMU_SPAPR_TCE_GET_INFO asks "C1"
      Then it answers 0, rule spapr.info.reported
      And it reports
        | platforms | flags | dma32_window_start | dma32_window_size |
        | p5ioc2    | 0x0   | 0x0                | 0x40000000        |
        | *         | 0x0   | 0x0                | 0x80000000        |
      And nothing changed

    @DMA-WINDOW-011
    Scenario: GET_INFO of a v2 container
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_GET_INFO asks "C1"
      Then it answers 0, rule spapr.info.reported
      And it reports
        | platforms                        | flags | dma32_window_size | ddw_pgsizes | ddw_max_dynamic_windows_supported | ddw_levels |
        | p5ioc2                           | 0x0   | 0x40000000        | 0x0         | 0                                 | 0          |
        | ioda1                            | 0x0   | 0x80000000        | 0x0         | 0                                 | 0          |
        | two-window bridges on 4.2..4.11  | 0x1   | 0x80000000        | 0x1011000   | 2                                 | 5          |
        | two-window bridges on 4.12..4.18 | 0x1   | 0x80000000        | 0x1011000   | 2                                 | 5          |
        | ioda2 on 4.18..                  | 0x1   | 0x80000000        | 0x11011000  | 2                                 | 5          |
        | *                                | 0x1   | 0x80000000        | 0x40211000  | 2                                 | 5          |
      And nothing changed

    @DMA-WINDOW-012
    Scenario Outline: GET_INFO with a struct of another size: <case>
      Given group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_IOMMU_SPAPR_TCE_GET_INFO is called on "C1" with
        | argsz | <argsz> |
      Then it answers <answer>
      And nothing changed

      Examples:
        | case      | argsz | answer |
        | too-short | 15    | EINVAL |
        | basic     | 16    | 0      |
        | longer    | 64    | 0      |

    @DMA-WINDOW-013
    Scenario: GET_INFO sets flag DDW even where the struct has no room for the details
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_SPAPR_TCE_GET_INFO is called on "C1" with
        | argsz | 31 |
      Then it answers 0
      And it reports
        | platforms                       | flags | ddw_pgsizes |
        | one-window bridges on 4.2..4.11 | 0x0   | -           |
        | *                               | 0x1   | -           |

  Rule: VFIO_IOMMU_GET_INFO has the number of SPAPR_TCE_GET_INFO, and returns its struct

    @DMA-WINDOW-216
    Scenario Outline: VFIO_IOMMU_GET_INFO of a v1 container: <case>
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v1
      When VFIO_IOMMU_GET_INFO is called on "C1" with
        | argsz | <argsz> |
      Then it answers <answer>, rule <rule>
      And nothing changed

      Examples:
        | case      | argsz | answer | rule                |
        | too-short | 15    | EINVAL | spapr.info.argsz    |
        | basic     | 16    | 0      | spapr.info.reported |

    @DMA-WINDOW-217
    Scenario Outline: VFIO_IOMMU_GET_INFO of a v2 container: <case>
      Given a bridge whose tables the kernel makes
      And group "G1"
      And "G1" is in container "C1" with IOMMU type v2
      When VFIO_IOMMU_GET_INFO is called on "C1" with
        | argsz | <argsz> |
      Then it answers 0, rule spapr.info.reported
      And it reports
        | platforms                       | flags | dma32_window_start | ddw_max_dynamic_windows_supported |
        | one-window bridges on 4.2..4.11 | 0x0   | 0x0                | <none>                            |
        | *                               | 0x1   | 0x0                | <windows>                         |
      And nothing changed

      Examples:
        | case  | argsz | none | windows |
        | basic | 16    | -    | -       |
        | whole | 32    | 0    | 2       |
