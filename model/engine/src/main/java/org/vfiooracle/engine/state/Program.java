// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.engine.state;

/** What a program above VFIO remembers between two operations; immutable, and meaningless to the kernel below it. */
public interface Program {}
