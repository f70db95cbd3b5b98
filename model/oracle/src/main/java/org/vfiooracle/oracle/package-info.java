@NullMarked
package org.vfiooracle.oracle;

import org.jspecify.annotations.NullMarked;
