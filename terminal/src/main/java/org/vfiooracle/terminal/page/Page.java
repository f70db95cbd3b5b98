// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.terminal.page;

import java.util.List;
import java.util.Map;

/** What a command found, for people and for programs. */
public interface Page {
    /** The lines for people, without line ends. */
    List<String> text();

    /** The same as a JSON object; keys in the order in which they are written. */
    Map<String, Object> json();
}
