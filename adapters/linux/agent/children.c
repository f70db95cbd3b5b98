/* SPDX-License-Identifier: CC0-1.0 */
#define _GNU_SOURCE
#include "children.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "process.h"
#include "told.h"

/* How often the first process looks whether a child that does not reply is still there, in milliseconds. */
#define LOOK_MILLISECONDS 50

struct birth {
	int child; /* its place among the children, or -1 */
	pid_t process;
};

/* What a child says when it has performed an operation. */
struct reply {
	bool goes_on; /* the case */
	struct birth birth;
};

static int child_count; /* of all fork operations of the case */
static struct child {
	const struct operation *fork; /* the operation that makes it; NULL for the first process of a case that it does not see end */
	int commands[2];              /* a pipe of operations */
	pid_t process;                /* 0 while there is none; only the first process knows */
} children[MAX_CHILDREN];

static int replies[2];
static bool is_child;
static struct birth last_birth = { .child = -1 };

bool first_process_ends(const struct test_case *test)
{
	for (const struct operation *o = test->operations; o; o = o->next)
		if (!strcmp(o->name, "exit") && !argument(o, "by"))
			return true;
	return false;
}

static const char *add_child(const struct operation *fork)
{
	if (child_count == MAX_CHILDREN)
		return "too many processes for this adapter";
	if (!child_count && pipe2(replies, O_CLOEXEC))
		return "no pipe for the children";
	if (pipe2(children[child_count].commands, O_CLOEXEC))
		return "no pipe for a child";
	children[child_count++].fork = fork;
	return NULL;
}

const char *prepare_children(const struct test_case *test)
{
	const char *why = first_process_ends(test) ? add_child(NULL) : NULL;

	for (const struct operation *o = test->operations; o && !why; o = o->next)
		if (!strcmp(o->name, "fork"))
			why = add_child(o);
	return why;
}

/* Performs operations until the first process ends this one, or one of them is to exit. */
static _Noreturn void live(struct performer *p, int commands, perform_here perform)
{
	const struct operation *operation;

	is_child = true;
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	while (read(commands, &operation, sizeof(operation)) == sizeof(operation)) {
		struct reply reply;

		if (!strcmp(operation->name, "exit"))
			_exit(0);
		last_birth.child = -1;
		p->operation = operation;
		reply.goes_on = perform(p);
		reply.birth = last_birth;
		if (write(replies[1], &reply, sizeof(reply)) != sizeof(reply))
			break;
	}
	_exit(1);
}

static void remember(struct birth birth)
{
	if (birth.child >= 0)
		children[birth.child].process = birth.process;
}

/*
 * The child of a child becomes a child of the first process too: that one waits for all of them, and when it is killed
 * they end with it.
 */
struct result do_fork(struct performer *p, perform_here perform)
{
	pid_t process;
	int i = 0;

	while (i < child_count && children[i].fork != p->operation)
		i++;
	if (i == child_count)
		return unusable(p, "an unknown process");
	process = is_child ? (pid_t)syscall(SYS_clone, SIGCHLD | CLONE_PARENT, NULL, NULL, NULL, NULL) : fork();
	if (process < 0)
		return finished(-1);
	if (!process)
		live(p, children[i].commands[0], perform);
	last_birth = (struct birth){ .child = i, .process = process };
	if (!is_child)
		remember(last_birth);
	return finished(0);
}

static struct child *child_named(const char *name)
{
	for (int i = child_count; i-- > 0;)
		if (children[i].process && !strcmp(children[i].fork ? argument(children[i].fork, "as") : FIRST_PROCESS, name))
			return &children[i];
	return NULL;
}

/* A child was killed: so is the case. */
static void share_fate(int status)
{
	sigset_t all;

	if (!WIFSIGNALED(status))
		return;
	signal(WTERMSIG(status), SIG_DFL);
	sigfillset(&all);
	sigprocmask(SIG_UNBLOCK, &all, NULL);
	raise(WTERMSIG(status));
}

static enum delegated wait_for_reply(struct performer *p, struct child *child)
{
	struct pollfd readable = { .fd = replies[0], .events = POLLIN };
	struct reply reply;
	int status;

	while (poll(&readable, 1, LOOK_MILLISECONDS) <= 0) {
		if (waitpid(child->process, &status, WNOHANG) != child->process)
			continue;
		child->process = 0;
		share_fate(status);
		unusable(p, "a child ended by itself");
		return DELEGATED_FAILED;
	}
	if (read(replies[0], &reply, sizeof(reply)) != sizeof(reply) || !reply.goes_on)
		return DELEGATED_FAILED;
	remember(reply.birth);
	return DELEGATED_DONE;
}

bool start_first(struct performer *p, struct test_case *test, perform_here perform)
{
	pid_t process = fork();

	if (!process) {
		const char *why = prepare_process(test);
		struct reply reply = { .goes_on = !why, .birth = { .child = -1 } };

		if (why)
			told_skipped(why);
		if (write(replies[1], &reply, sizeof(reply)) == sizeof(reply) && !why)
			live(p, children[0].commands[0], perform);
		_exit(0);
	}
	if (process < 0) {
		told_skipped("no process for the case");
		return false;
	}
	children[0].process = process;
	return wait_for_reply(p, &children[0]) == DELEGATED_DONE;
}

enum delegated delegate(struct performer *p, const char *name)
{
	struct child *child = child_named(name);
	int status;

	if (!child || write(child->commands[1], &p->operation, sizeof(p->operation)) != sizeof(p->operation)) {
		unusable(p, "there is no such process");
		return DELEGATED_FAILED;
	}
	if (strcmp(p->operation->name, "exit"))
		return wait_for_reply(p, child);
	while (waitpid(child->process, &status, 0) != child->process && errno == EINTR)
		;
	child->process = 0;
	share_fate(status);
	return DELEGATED_EXITED;
}

void end_children(void)
{
	for (int i = 0; i < child_count; i++)
		if (children[i].process) {
			kill(children[i].process, SIGKILL);
			while (waitpid(children[i].process, NULL, 0) < 0 && errno == EINTR)
				;
			children[i].process = 0;
		}
}
