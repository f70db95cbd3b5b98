// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.programs.qemu;

import java.util.List;
import org.vfiooracle.engine.procedure.NotModelled;

/**
 * A device of the command line.
 *
 * @param device its alias
 * @param bridge the bridge of the guest that it is on
 */
record DeviceOption(String device, int bridge) {
    /** Reads {@code A.0@1}. */
    static DeviceOption parse(String text) {
        if (!text.matches("[A-Z]\\.[0-9]+@[0-9]{1,2}")) {
            throw new NotModelled("a device of the command line that is spelled \"" + text + "\"");
        }
        int at = text.indexOf('@');
        return new DeviceOption(text.substring(0, at), Integer.parseInt(text.substring(at + 1)));
    }

    static List<DeviceOption> parse(List<String> texts) {
        return texts.stream().map(DeviceOption::parse).toList();
    }

    String group() {
        return device.substring(0, device.indexOf('.'));
    }
}
