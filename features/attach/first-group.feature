Feature: The first group of a container

  Rule: An empty container takes any group, before its IOMMU is chosen

    @ATTACH-001
    Scenario: The first group joins an empty container
      Given group "G1"
      And container "C1"
      When VFIO_GROUP_SET_CONTAINER puts "G1" into "C1"
      Then it answers 0, rule container.join.no-iommu-yet
      And container "C1" holds "G1"
      And container "C1" has no IOMMU
