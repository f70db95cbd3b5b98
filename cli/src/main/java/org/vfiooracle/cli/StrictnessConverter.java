// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli;

import org.vfiooracle.contract.observation.Strictness;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How a strictness is typed. A class by name, and one that the launcher leaves out of its archive of classes: archiving what implements
 * this interface of picocli, as a lambda would, makes the Java machine leave out all of picocli's own converters.
 */
final class StrictnessConverter implements ITypeConverter<Strictness> {
    @Override
    public Strictness convert(String name) {
        try {
            return Strictness.parse(name);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
