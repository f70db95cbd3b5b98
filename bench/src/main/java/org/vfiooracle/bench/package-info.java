@NullMarked
package org.vfiooracle.bench;

import org.jspecify.annotations.NullMarked;
