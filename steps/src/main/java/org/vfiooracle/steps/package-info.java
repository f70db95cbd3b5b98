@NullMarked
package org.vfiooracle.steps;

import org.jspecify.annotations.NullMarked;
