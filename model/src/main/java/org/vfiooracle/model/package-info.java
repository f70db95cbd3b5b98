@NullMarked
package org.vfiooracle.model;

import org.jspecify.annotations.NullMarked;
