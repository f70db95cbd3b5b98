// SPDX-License-Identifier: Apache-2.0
/** Hardware generations and topologies as data files, and the platforms that fixtures are recorded for. */
@NullMarked
package org.vfiooracle.contract.platforms;

import org.jspecify.annotations.NullMarked;
