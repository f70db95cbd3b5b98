@NullMarked
package org.vfiooracle.cli;

import org.jspecify.annotations.NullMarked;
