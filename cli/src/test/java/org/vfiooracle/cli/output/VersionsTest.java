// SPDX-License-Identifier: Apache-2.0
package org.vfiooracle.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VersionsTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    private Path root;

    @BeforeEach
    void has_a_corpus() throws IOException {
        write("fixtures/corpus/VERSION", "1.2.3\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void the_commit_of_a_branch_is_in_its_own_file() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(".git/refs/heads/main", COMMIT + "\n");

        assertThat(Versions.all(root)).endsWith(", commit 0123456789ab, corpus 1.2.3");
    }

    @Test
    void or_packed_with_others() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main\n");
        write(".git/packed-refs", "# pack-refs with: peeled\n" + COMMIT + " refs/heads/main\n");

        assertThat(Versions.commit(root)).contains(COMMIT);
    }

    @Test
    void or_in_head_itself() throws IOException {
        write(".git/HEAD", COMMIT + "\n");

        assertThat(Versions.commit(root)).contains(COMMIT);
    }

    @Test
    void a_worktree_points_to_its_repository() throws IOException {
        write(".git", "gitdir: repository/worktrees/mine\n");
        write("repository/worktrees/mine/HEAD", "ref: refs/heads/mine\n");
        write("repository/worktrees/mine/commondir", "../..\n");
        write("repository/refs/heads/mine", COMMIT + "\n");

        assertThat(Versions.commit(root)).contains(COMMIT);
    }

    @Test
    void without_git_no_commit_is_told() {
        assertThat(Versions.all(root)).doesNotContain("commit").endsWith(", corpus 1.2.3");
    }
}
