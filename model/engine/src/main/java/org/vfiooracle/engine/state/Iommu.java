// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

/** The state of the IOMMU driver that a container has chosen. */
public sealed interface Iommu permits Spapr, Type1 {
    /** How fixtures name the chosen IOMMU type. */
    String typeName();
}
