// SPDX-License-Identifier: Apache-2.0
// Has a file open while another program runs: hold FILE PROGRAM [ARGUMENT...]. Ends as that ends.
#include <fcntl.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int count, char **words) {
    int status = 0;
    if (count < 3) return 64;
    if (open(words[1], O_RDWR | O_CLOEXEC) < 0) {
        perror(words[1]);
        return 70;
    }
    pid_t child = fork();
    if (child == 0) {
        execvp(words[2], words + 2);
        perror(words[2]);
        _exit(70);
    }
    if (child < 0 || waitpid(child, &status, 0) != child) return 70;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
