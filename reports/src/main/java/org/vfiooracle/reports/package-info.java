@NullMarked
package org.vfiooracle.reports;

import org.jspecify.annotations.NullMarked;
