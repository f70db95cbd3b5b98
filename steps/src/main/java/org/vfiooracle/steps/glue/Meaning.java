// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.steps.glue;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a step means, for the list of the vocabulary. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Meaning {
    /** One line. */
    String value();

    /** The step as it stands in a feature file, without the keyword; a table follows after a line end. */
    String example();
}
