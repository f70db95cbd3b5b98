// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.advice.judge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.vfiooracle.contract.platforms.Platforms;
import org.vfiooracle.engine.platform.PlatformId;

/** What one platform says to a log. */
final class JudgedLog {
    static final Platforms PLATFORMS = Platforms.load();

    private JudgedLog() {}

    static Judgement judge(String log, String platform) {
        PlatformId id = PlatformId.parse(platform);
        return LogVerdict.of(log, Map.of(id, PLATFORMS.machine(id)), OptionalLong.empty())
                .judgements()
                .get(0);
    }

    /** Returns a log that was taken, by the name of its file. */
    static String resource(String name) {
        try (InputStream in = JudgedLog.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
