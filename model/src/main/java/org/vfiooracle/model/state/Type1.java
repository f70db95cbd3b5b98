// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.model.state;

/**
 * A container of the Type1 driver of x86; only attaching is modelled.
 *
 * @param type the number that SET_IOMMU was given: 1 or 3
 */
public record Type1(int type) implements Iommu {
    @Override
    public String typeName() {
        return type == 3 ? "type1v2" : "type1";
    }
}
