// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.site;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A page in headless Chromium, driven over its debugging protocol. */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final String LISTENS = "DevTools listening on ";
    private static final int PATIENCE = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();
    private String session = "";

    private Chromium(Process process, URI address) throws Exception {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Ear())
                .get(PATIENCE, SECONDS);
        String target = call("Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId")
                .asText();
        this.session = call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .asText();
        call("Page.enable", Map.of());
    }

    /** Returns the program, if it is there. */
    static Optional<String> program() {
        return NAMES.stream().filter(Chromium::answers).findFirst();
    }

    private static boolean answers(String name) {
        try {
            return new ProcessBuilder(name, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts it; {@code profile} is a folder for what it remembers. */
    static Chromium start(String program, Path profile) throws Exception {
        Path log = profile.resolveSibling("chromium.log");
        Files.createDirectories(profile);
        ProcessBuilder builder = new ProcessBuilder(
                        program,
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile)
                .redirectOutput(log.toFile());
        // Links from its profile to what it makes in the folder for temporary files.
        builder.environment().put("TMPDIR", profile.toString());
        Process process = builder.start();
        BufferedReader lines = process.errorReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(LISTENS)) {
                return new Chromium(process, URI.create(line.substring(LISTENS.length())));
            }
        }
        throw new IllegalStateException(program + " ended before it listened");
    }

    /** Opens a page and waits until it is loaded. */
    void open(Path page) throws Exception {
        call("Page.navigate", Map.of("url", page.toUri().toString()));
        await("document.readyState === 'complete' && location.href.includes('" + page.getFileName() + "')");
    }

    /** Makes the window another, and tells pages which colours the user prefers. */
    void window(int width, int height, String colours) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
    }

    /** Returns what an expression comes to. */
    JsonNode value(String expression) throws Exception {
        JsonNode result = call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + result.get("exceptionDetails"));
        }
        return result.get("result").path("value");
    }

    /** Waits until an expression is true. */
    void await(String expression) throws Exception {
        long end = System.nanoTime() + SECONDS.toNanos(PATIENCE);
        while (System.nanoTime() < end) {
            if (value(expression).asBoolean()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("never came true: " + expression + "; the page is " + value("location.href"));
    }

    /** Presses a key that writes nothing, such as {@code ArrowDown}. */
    void press(String key, int code) throws Exception {
        Map<String, Object> pressed = key.equals("Enter")
                ? Map.of("type", "keyDown", "key", key, "code", key, "windowsVirtualKeyCode", code, "text", "\r")
                : Map.of("type", "keyDown", "key", key, "code", key, "windowsVirtualKeyCode", code);
        call("Input.dispatchKeyEvent", pressed);
        call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code));
    }

    /** Types a text. */
    void type(String text) throws Exception {
        for (String character : text.split("")) {
            call("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", character, "text", character));
            call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", character));
        }
    }

    private JsonNode call(String method, Map<String, Object> arguments) throws Exception {
        int id = last.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        Map<String, Object> message = session.isEmpty()
                ? Map.of("id", id, "method", method, "params", arguments)
                : Map.of("id", id, "method", method, "params", arguments, "sessionId", session);
        socket.sendText(JSON.writeValueAsString(message), true).get(PATIENCE, SECONDS);
        JsonNode reply = answer.get(PATIENCE, SECONDS);
        if (reply.has("error")) {
            throw new IllegalStateException(method + ": " + reply.get("error"));
        }
        return reply.get("result");
    }

    @Override
    public void close() {
        try {
            session = "";
            call("Browser.close", Map.of());
            process.waitFor(PATIENCE, SECONDS);
        } catch (Exception alreadyGone) {
            socket.abort();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean ends) {
            text.append(data);
            if (ends) {
                heard(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }

        private void heard(String message) {
            try {
                JsonNode reply = JSON.readTree(message);
                CompletableFuture<JsonNode> waiting =
                        asked.remove(reply.path("id").asInt());
                if (waiting != null) {
                    waiting.complete(reply);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
