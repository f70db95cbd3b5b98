// SPDX-License-Identifier: Apache-2.0
/** What all pages are written with: frames, links, answers, platforms, templates, the folder. */
@NullMarked
package org.vfiooracle.site.html;

import org.jspecify.annotations.NullMarked;
