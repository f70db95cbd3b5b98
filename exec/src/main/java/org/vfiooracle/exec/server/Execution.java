// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.exec.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.vfiooracle.exec.host.HostNames;
import org.vfiooracle.exec.host.SysTree;
import org.vfiooracle.exec.session.Session;
import org.vfiooracle.exec.session.Setting;
import org.vfiooracle.exec.trace.Happening;

/** Runs a program below the library, with its calls answered by a session. */
public final class Execution {
    /** Where the library finds what it tells of pages. Source: {@code preload/pages.c}. */
    private static final String PAGE = "VFIO_ORACLE_PAGE";

    private final Toolchain.Made made;
    private final HostNames names;
    private final OptionalLong page;
    private final List<String> program;

    /**
     * Prepares to run.
     *
     * @param made library and guard
     * @param names what the program is shown
     * @param page bytes that the program is told a page has; empty for the truth
     * @param program its name and its arguments
     */
    public Execution(Toolchain.Made made, HostNames names, OptionalLong page, List<String> program) {
        this.made = made;
        this.names = names;
        this.page = page;
        this.program = List.copyOf(program);
    }

    /**
     * What a run came to.
     *
     * @param ending how the program ended
     * @param session what it did
     */
    public record Ran(Ending ending, Session session) {}

    /**
     * Runs the program with the input, output and errors of this process, and waits until it has ended and no process of it
     * makes calls any more.
     *
     * @param setting makes the setting, given the folder of the run
     * @param watcher is told what happens
     * @param waiting is told for whom the run goes on when the program has ended
     */
    public Ran run(Function<Path, Setting> setting, Consumer<Happening> watcher, Consumer<LeftBehind> waiting) {
        try (RunFolder folder = RunFolder.in(Path.of(System.getProperty("java.io.tmpdir")));
                Server server = new Server(folder)) {
            SysTree.write(folder.path(), names);
            Session session = new Session(setting.apply(folder.path()), server, watcher);
            Process guard = start(folder.path());
            guard.onExit().thenRun(server::wake);
            Stopper stopper = Stopper.of(guard, folder);
            try {
                Ending ending =
                        server.serve(session, guard, ended -> waiting.accept(LeftBehind.by(ended, guard.toHandle())));
                return new Ran(ending, session);
            } finally {
                session.close();
                stopper.done();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                made.guard().toString(), folder.toString(), made.library().toString()));
        command.addAll(program);
        ProcessBuilder guard = new ProcessBuilder(command).inheritIO();
        guard.environment().remove(PAGE);
        page.ifPresent(bytes -> guard.environment().put(PAGE, Long.toString(bytes)));
        return guard.start();
    }
}
